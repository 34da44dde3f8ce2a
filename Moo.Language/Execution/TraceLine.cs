using System.Globalization;
using Moo.Language.Syntax;
using Moo.Store.Values;

namespace Moo.Language.Execution;

/// <summary>One frame as a traceback, <c>callers()</c> or <c>task_stack()</c> shows it.</summary>
internal readonly record struct TraceLine(
    Value This, string Verb, ObjectId Programmer, ObjectId Definer, ObjectId Player, int Line, SourceText? Source, SourceSpan Span)
{
    /// <summary>The frame as it stands.</summary>
    public static TraceLine Of(Frame frame) => frame.Native is { } native
        ? new(Value.Nothing, native.Name, ObjectId.Nothing, ObjectId.Nothing, frame.Player, 0, null, default)
        : new(frame.This, frame.Verb, frame.Programmer, frame.Definer, frame.Player, frame.Line, frame.Program.Source,
            frame.Program.Steps[frame.Pc].Span);

    /// <summary>Whether this is a builtin function that called a verb.</summary>
    public bool IsNative => Source is null;

    /// <summary>The element of <c>callers()</c>: <c>{this, verb, programmer, definer, player[, line]}</c>.</summary>
    public Value ToValue(bool withLine)
    {
        ReadOnlySpan<Value> parts = [This, Value.Str(Verb), Value.Obj(Programmer), Value.Obj(Definer), Value.Obj(Player), Value.Int(Line)];
        return Value.List(withLine ? parts : parts[..5]);
    }

    /// <summary>The words of a traceback: <c>#12:look (this == #13), line 3</c>.</summary>
    public string ToText()
    {
        if (IsNative) return $"built-in function {Verb}()";
        var self = This.TryObj(out var id) && id == Definer ? "" : $" (this == {Literal.Of(This)})";
        return string.Create(CultureInfo.InvariantCulture, $"{Definer}:{Verb}{self}, line {Line}");
    }
}
