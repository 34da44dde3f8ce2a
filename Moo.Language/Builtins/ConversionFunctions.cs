using System.Buffers.Binary;
using System.Globalization;
using Moo.Language.Builtins.Text;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>From one kind of value to another.</summary>
internal static class ConversionFunctions
{
    private const int MostFloatDigits = 19; // LambdaMOO: DBL_DIG + 4
    private const int LongestLiteral = 1 << 20;

    /// <summary>The integer that a value means: a number without its fraction, an object's number, an error's number, 1 or 0 for a truth.</summary>
    /// <remarks>
    /// A string is read as a number, with blanks around it allowed; 0 if it is none, and for <c>"12abc"</c> too. What is too large for an
    /// integer becomes the largest one.
    /// </remarks>
    /// <example>toint(" 34.7 ") => 34</example>
    /// <example>toint(#17) => 17</example>
    /// <exception cref="MooError">E_TYPE for lists, maps and their like; E_FLOAT for a float beyond all integers; E_INVARG for an error that has no number.</exception>
    [Builtin("toint"), Builtin("tonum")]
    public static Value ToInt(MooTask task, Value value) => Integer(task, value, isObject: false);

    /// <summary>The object with a number: of an integer, a string such as <c>"#12"</c> or <c>"12"</c>, a float or an error.</summary>
    /// <remarks>A string that is no object number gives <c>#0</c>.</remarks>
    /// <example>toobj("#34") => #34</example>
    /// <exception cref="MooError">E_TYPE for lists, maps and their like; E_FLOAT for a float beyond all integers.</exception>
    [Builtin("toobj")]
    public static Value ToObj(MooTask task, Value value)
    {
        var number = Integer(task, value, isObject: true);
        return number.IsInt ? Value.Obj(number.AsInt) : number;
    }

    private static Value Integer(MooTask task, Value value, bool isObject)
    {
        switch (value.Kind)
        {
            case ValueKind.Int or ValueKind.Obj or ValueKind.Bool:
                return Value.Int(value.Bits);
            case ValueKind.Str:
                return Value.Int((isObject ? NumberText.TryObject(value.AsStr, out var number) : NumberText.TryInteger(value.AsStr, out number)) ? number : 0);
            case ValueKind.Float:
                const double limit = 9223372036854775808.0;
                return value.AsFloat is >= -limit and < limit ? Value.Int((long)value.AsFloat)
                    : task.RaiseHere(ErrorCode.E_FLOAT, "{0} is beyond all integers", value);
            case ValueKind.Err:
                return value.AsErr.Code.Number >= 0 ? Value.Int(value.AsErr.Code.Number)
                    : task.RaiseHere(ErrorCode.E_INVARG, "{0} has no number", value);
            default:
                return task.RaiseHere(ErrorCode.E_TYPE, "{0} means no number", Value.Str(Kinds.Describe(value)));
        }
    }

    /// <summary>The float that a value means.</summary>
    /// <example>tofloat("34") => 34.0</example>
    /// <exception cref="MooError">
    /// E_TYPE for lists, maps and their like; E_INVARG for a string that is no number, and for an error that has none.
    /// </exception>
    [Builtin("tofloat")]
    public static Value ToFloat(MooTask task, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Float:
                return value;
            case ValueKind.Int or ValueKind.Obj or ValueKind.Bool:
                return Value.Float(value.Bits);
            case ValueKind.Err when value.AsErr.Code.Number >= 0:
                return Value.Float(value.AsErr.Code.Number);
            case ValueKind.Str when NumberText.TryFloat(value.AsStr, out var number):
                return Value.Float(number);
            case ValueKind.Str or ValueKind.Err:
                return task.RaiseHere(ErrorCode.E_INVARG, "{0} is no number", value);
            default:
                return task.RaiseHere(ErrorCode.E_TYPE, "{0} means no number", Value.Str(Kinds.Describe(value)));
        }
    }

    /// <summary>The symbol with the name of a value: a string, a symbol, an error or a truth.</summary>
    /// <example>tosym("name") => 'name</example>
    /// <exception cref="MooError">E_TYPE for any other kind of value.</exception>
    [Builtin("tosym")]
    public static Value ToSym(MooTask task, Value value) => value.Kind switch
    {
        ValueKind.Symbol => value,
        ValueKind.Str => Value.Of(new MooSymbol(value.AsStr)),
        ValueKind.Err => Value.Of(new MooSymbol(value.AsErr.Code.Name)),
        ValueKind.Bool => Value.Of(new MooSymbol(value.Bits != 0 ? "true" : "false")),
        _ => task.RaiseHere(ErrorCode.E_TYPE, "{0} has no name to make a symbol of", Value.Str(Kinds.Describe(value))),
    };

    /// <summary>The truth of a value as <c>if</c> sees it, as <c>true</c> or <c>false</c>.</summary>
    /// <example>tobool("") => false</example>
    [Builtin("tobool")]
    public static Value ToBool(Value value) => Value.Bool(value.IsTrue);

    /// <summary>The value that a literal stands for: what <c>toliteral()</c> wrote. Nothing in it is run.</summary>
    /// <remarks>
    /// Literals nest at most as deep as the parser goes (200 levels), and are at most 1048576 characters long. Functions cannot be read
    /// back.
    /// </remarks>
    /// <example>fromliteral("{1, \"two\", [#3 -> 4.5]}") => {1, "two", [#3 -> 4.5]}</example>
    /// <exception cref="MooError">E_INVARG, with the reason, if the text is not exactly one literal; E_QUOTA if it is too long.</exception>
    [Builtin("fromliteral")]
    public static Value FromLiteral(MooTask task, string text)
    {
        if (text.Length > LongestLiteral)
            return task.RaiseHere(ErrorCode.E_QUOTA, "a literal to be read may be {0} characters long", Value.Int(LongestLiteral));
        if (!Effort.Take(task, text.Length * 16L)) return Value.Failure;
        return LiteralText.TryRead(text, out var value, out var problem) ? Quota.Check(task, value)
            : task.RaiseHere(ErrorCode.E_INVARG, "no literal: {0}", Value.Str(problem));
    }

    /// <summary>The size of a value in bytes, as the limits on values count it. What is shared counts each time.</summary>
    /// <remarks>The numbers are this server's own; they differ from those of LambdaMOO and ToastStunt, whose numbers differ too.</remarks>
    /// <example>value_bytes("abc") > value_bytes("") => 1</example>
    [Builtin("value_bytes", OnlyLooks = true)]
    public static long ValueBytes(Value value) => value.Bytes;

    /// <summary>A float with a fixed number of digits behind the point.</summary>
    /// <remarks>At most 19 digits. <paramref name="scientific"/> writes it with an exponent. Rounds as C does: exact halves to the even digit.</remarks>
    /// <example>floatstr(3.14159, 2) => "3.14"</example>
    /// <example>floatstr(31415.9, 3, 1) => "3.142e+04"</example>
    /// <exception cref="MooError">E_INVARG if <paramref name="digits"/> is negative.</exception>
    [Builtin("floatstr")]
    public static Value FloatStr(MooTask task, double number, long digits, bool scientific = false)
    {
        if (digits < 0) return task.RaiseHere(ErrorCode.E_INVARG, "a float cannot have {0} digits", Value.Int(digits));
        var places = Math.Min(digits, MostFloatDigits);
        var text = number.ToString((scientific ? "E" : "F") + places.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Value.Str(scientific ? WithShortExponent(text) : text);
    }

    // C writes at least two digits of exponent, .NET three.
    private static string WithShortExponent(string text)
    {
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, mark)}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }

    /// <summary>The error without any message or value of its own.</summary>
    /// <example>error_code(E_PERM("no entry")) => E_PERM</example>
    /// <exception cref="MooError">E_INVARG for anything else than an error.</exception>
    [Builtin("error_code")]
    public static Value ErrorCodeOf(MooTask task, Value error) => error.TryErr(out var raised) ? Value.Err(raised.Code)
        : task.RaiseHere(ErrorCode.E_INVARG, "{0} is no error", Value.Str(Kinds.Describe(error)));

    /// <summary>The words of an error: its own message, or the usual one.</summary>
    /// <example>error_message(E_PERM("no entry")) => "no entry"</example>
    /// <exception cref="MooError">E_INVARG for anything else than an error.</exception>
    [Builtin("error_message")]
    public static Value ErrorMessage(MooTask task, Value error) => error.TryErr(out var raised) ? Value.Str(raised.Message)
        : task.RaiseHere(ErrorCode.E_INVARG, "{0} is no error", Value.Str(Kinds.Describe(error)));

    /// <summary>A new universally unique identifier. Those made later sort behind those made earlier (version 7 of RFC 9562).</summary>
    /// <remarks>With two integers, the identifier of which they are the upper and the lower half.</remarks>
    /// <example>uuid(1, -1) => "00000000-0000-0001-ffff-ffffffffffff"</example>
    /// <exception cref="MooError">E_ARGS for one integer alone.</exception>
    [Builtin("uuid")]
    public static Value Uuid(MooTask task, long? high = null, long? low = null)
    {
        if (high is null) return Value.Str(Guid.CreateVersion7(task.Runtime.Clock.Provider.GetUtcNow()).ToString());
        if (low is null) return task.RaiseHere(ErrorCode.E_ARGS, "uuid() takes no arguments or two");
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, high.Value);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], low.Value);
        return Value.Str(new Guid(bytes, bigEndian: true).ToString());
    }
}
