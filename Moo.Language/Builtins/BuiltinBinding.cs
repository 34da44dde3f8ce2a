using System.Reflection;
using System.Reflection.Emit;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Writes the code between the language and a builtin's C# method: counts, checks and unwraps arguments, wraps the result.</summary>
/// <remarks>
/// What a person would write by hand for each function: <c>if (count is wrong) return RefuseCount; if (!TryInt(arguments, 0, out
/// var a)) return RefuseType; … return Value.Int(Method(task, a, …));</c>
/// </remarks>
internal static class BuiltinBinding
{
    private static readonly MethodInfo RefuseCount = typeof(Builtin).GetMethod(nameof(Builtin.RefuseCount))!;
    private static readonly MethodInfo RefuseType = typeof(Builtin).GetMethod(nameof(Builtin.RefuseType))!;
    private static readonly MethodInfo StepOf = typeof(TaskStep).GetMethod(nameof(TaskStep.Of))!;
    private static readonly MethodInfo Length = typeof(ReadOnlySpan<Value>).GetProperty("Length")!.GetMethod!;

    /// <summary>The code of a builtin.</summary>
    public static TDelegate Bind<TDelegate>(Builtin builtin) where TDelegate : Delegate
    {
        var returns = builtin.Leaves ? typeof(TaskStep) : typeof(Value);
        var method = new DynamicMethod(builtin.Name, returns,
            [typeof(Builtin), typeof(MooTask), typeof(ReadOnlySpan<Value>)], typeof(BuiltinBinding).Module, skipVisibility: true);
        var il = method.GetILGenerator();
        EmitCountCheck(il, builtin);
        var locals = builtin.Parameters.Select((parameter, i) => EmitArgument(il, builtin, parameter, i)).ToList();

        if (builtin.Method.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(MooTask)) il.Emit(OpCodes.Ldarg_1);
        foreach (var local in locals) il.Emit(OpCodes.Ldloc, local);
        il.Emit(OpCodes.Call, builtin.Method);
        EmitResult(il, builtin.Method.ReturnType);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<TDelegate>(builtin);
    }

    private static void EmitCountCheck(ILGenerator il, Builtin builtin)
    {
        var (few, right) = (il.DefineLabel(), il.DefineLabel());
        EmitCount(il);
        il.Emit(OpCodes.Ldc_I4, builtin.MinArguments);
        il.Emit(OpCodes.Blt, few);
        if (builtin.MaxArguments < 0)
        {
            il.Emit(OpCodes.Br, right);
        }
        else
        {
            EmitCount(il);
            il.Emit(OpCodes.Ldc_I4, builtin.MaxArguments);
            il.Emit(OpCodes.Ble, right);
        }
        il.MarkLabel(few);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        EmitCount(il);
        il.Emit(OpCodes.Call, RefuseCount);
        EmitRefusal(il, builtin);
        il.MarkLabel(right);
    }

    private static void EmitCount(ILGenerator il)
    {
        il.Emit(OpCodes.Ldarga_S, (byte)2);
        il.Emit(OpCodes.Call, Length);
    }

    private static void EmitRefusal(ILGenerator il, Builtin builtin)
    {
        if (builtin.Leaves) il.Emit(OpCodes.Call, StepOf);
        il.Emit(OpCodes.Ret);
    }

    // Unwraps one argument into a local of the parameter's type.
    private static LocalBuilder EmitArgument(ILGenerator il, Builtin builtin, BuiltinParameter parameter, int index)
    {
        var declared = parameter.Info.ParameterType;
        var local = il.DeclareLocal(declared);
        if (parameter.IsRest)
        {
            il.Emit(OpCodes.Ldarg_2);
            il.Emit(OpCodes.Ldc_I4, index);
            il.Emit(OpCodes.Call, typeof(Unwrapping).GetMethod(nameof(Unwrapping.Rest))!);
            il.Emit(OpCodes.Stloc, local);
            return local;
        }
        var done = il.DefineLabel();
        if (parameter.IsOptional)
        {
            EmitDefault(il, parameter, local);
            EmitCount(il);
            il.Emit(OpCodes.Ldc_I4, index);
            il.Emit(OpCodes.Ble, done);
        }
        var isNullable = declared != parameter.Type;
        var bare = isNullable ? il.DeclareLocal(parameter.Type) : local;
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldc_I4, index);
        il.Emit(OpCodes.Ldloca, bare);
        il.Emit(OpCodes.Call, Unwrapping.For(parameter));
        var fits = il.DefineLabel();
        il.Emit(OpCodes.Brtrue, fits);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldc_I4, index);
        il.Emit(OpCodes.Call, RefuseType);
        EmitRefusal(il, builtin);
        il.MarkLabel(fits);
        if (isNullable)
        {
            il.Emit(OpCodes.Ldloc, bare);
            il.Emit(OpCodes.Newobj, declared.GetConstructor([parameter.Type])!);
            il.Emit(OpCodes.Stloc, local);
        }
        il.MarkLabel(done);
        return local;
    }

    private static void EmitDefault(ILGenerator il, BuiltinParameter parameter, LocalBuilder local)
    {
        switch (parameter.Info.DefaultValue)
        {
            case long number:
                il.Emit(OpCodes.Ldc_I8, number);
                break;
            case double number:
                il.Emit(OpCodes.Ldc_R8, number);
                break;
            case bool truth:
                il.Emit(truth ? OpCodes.Ldc_I4_1 : OpCodes.Ldc_I4_0);
                break;
            case string text:
                il.Emit(OpCodes.Ldstr, text);
                break;
            default:
                // null, or the default of a struct: locals start as that, but a loop of calls must not find the last call's value.
                il.Emit(OpCodes.Ldloca, local);
                il.Emit(OpCodes.Initobj, local.LocalType);
                return;
        }
        if (local.LocalType != parameter.Type) il.Emit(OpCodes.Newobj, local.LocalType.GetConstructor([parameter.Type])!);
        il.Emit(OpCodes.Stloc, local);
    }

    private static void EmitResult(ILGenerator il, Type type)
    {
        if (type == typeof(Value) || type == typeof(TaskStep)) return;
        il.Emit(OpCodes.Call, typeof(Wrapping).GetMethod(nameof(Wrapping.Wrap), [type])
            ?? throw new InvalidOperationException($"A builtin function cannot return {type.Name}."));
    }
}
