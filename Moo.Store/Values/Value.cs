using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Moo.Store.Values;

/// <summary>Any value MOO code can hold. Immutable, 16 bytes; <c>default</c> is the integer 0.</summary>
/// <remarks>
/// <c>_reference</c> says the kind: null is an integer, a <see cref="Tag"/> singleton an unboxed scalar, anything else is
/// the value itself (a string, a <see cref="MooList"/>, …). <c>_bits</c> holds the integer, object number, truth or float
/// bits; of a string, what is known about its length (see <see cref="MooText"/>).
/// Three kinds are not values of the language: <see cref="Clear"/>, <see cref="Unset"/> and <see cref="Failure"/>.
/// </remarks>
public readonly struct Value : IEquatable<Value>
{
    private readonly object? _reference;
    private readonly long _bits;

    private Value(object? reference, long bits) => (_reference, _bits) = (reference, bits);

    /// <summary>Marks a property cell that takes its parent's value.</summary>
    public static readonly Value Clear = new(Tag.Clear, 0);

    /// <summary>Marks a variable without a value.</summary>
    public static readonly Value Unset = new(Tag.Unset, 0);

    /// <summary>What an evaluation returns when it failed; the error itself travels beside it.</summary>
    public static readonly Value Failure = new(Tag.Failure, 0);

    /// <summary>The empty string.</summary>
    public static readonly Value EmptyString = new("", 0);

    /// <summary><c>#-1</c>.</summary>
    public static readonly Value Nothing = Obj(ObjectId.Nothing);

    /// <summary>An integer.</summary>
    public static Value Int(long number) => new(null, number);

    /// <summary>1 or 0, as comparisons and predicates answer.</summary>
    public static Value Truth(bool holds) => new(null, holds ? 1 : 0);

    /// <summary>An object number.</summary>
    public static Value Obj(ObjectId id) => new(Tag.Object, id.Number);

    /// <summary>An object number.</summary>
    public static Value Obj(long number) => new(Tag.Object, number);

    /// <summary>A float. The caller has made sure that it is finite.</summary>
    public static Value Float(double number) => new(Tag.Float, BitConverter.DoubleToInt64Bits(number));

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static Value Bool(bool truth) => new(Tag.Bool, truth ? 1 : 0);

    /// <summary>A string.</summary>
    public static Value Str(string text) => new(text, 0);

    /// <summary>A list.</summary>
    public static Value List(MooList list) => new(list, 0);

    /// <summary>A list of these elements.</summary>
    public static Value List(params ReadOnlySpan<Value> elements) => new(MooList.Of(elements), 0);

    /// <summary>An error without a message of its own.</summary>
    public static Value Err(ErrorCode code) => new(code.Plain, 0);

    /// <summary>Any value that lives on the heap: list, map, error, WAIF, …</summary>
    public static Value Of(ReferenceValue value) => new(value, 0);

    /// <summary>A string of which the length in code points is known; see <see cref="MooText"/>.</summary>
    internal static Value Str(string text, long known) => new(text, known);

    /// <summary>Which kind of value this is.</summary>
    public ValueKind Kind => _reference switch
    {
        null => ValueKind.Int,
        Tag tag => tag.Kind,
        string => ValueKind.Str,
        _ => Unsafe.As<ReferenceValue>(_reference).Kind,
    };

    /// <summary>Whether this is an integer.</summary>
    public bool IsInt => _reference is null;

    /// <summary>Whether this is an object number.</summary>
    public bool IsObj => _reference == (object)Tag.Object;

    /// <summary>Whether this is a float.</summary>
    public bool IsFloat => _reference == (object)Tag.Float;

    /// <summary>Whether this is a boolean.</summary>
    public bool IsBool => _reference == (object)Tag.Bool;

    /// <summary>Whether this is a string.</summary>
    public bool IsStr => _reference is string;

    /// <summary>Whether this is a list.</summary>
    public bool IsList => _reference is MooList;

    /// <summary>Whether this is a map.</summary>
    public bool IsMap => _reference is MooMap;

    /// <summary>Whether this is an error.</summary>
    public bool IsErr => _reference is MooError;

    /// <summary>Whether this marks a cell that takes its parent's value.</summary>
    public bool IsClear => _reference == (object)Tag.Clear;

    /// <summary>Whether this marks a variable without a value.</summary>
    public bool IsUnset => _reference == (object)Tag.Unset;

    /// <summary>Whether this marks a failed evaluation.</summary>
    public bool IsFailure => _reference == (object)Tag.Failure;

    /// <summary>The integer, object number or truth, unchecked: only after the kind was tested.</summary>
    public long Bits => _bits;

    /// <summary>The integer, unchecked.</summary>
    public long AsInt => _bits;

    /// <summary>The object number, unchecked.</summary>
    public ObjectId AsObj => new(_bits);

    /// <summary>The float, unchecked.</summary>
    public double AsFloat => BitConverter.Int64BitsToDouble(_bits);

    /// <summary>The string, unchecked.</summary>
    public string AsStr => Unsafe.As<string>(_reference!);

    /// <summary>The list, unchecked.</summary>
    public MooList AsList => Unsafe.As<MooList>(_reference!);

    /// <summary>The map, unchecked.</summary>
    public MooMap AsMap => Unsafe.As<MooMap>(_reference!);

    /// <summary>The error, unchecked.</summary>
    public MooError AsErr => Unsafe.As<MooError>(_reference!);

    /// <summary>The heap part: null for an integer, a private marker for the other scalars.</summary>
    public object? Reference => _reference;

    /// <summary>Whether this is an integer, and which.</summary>
    public bool TryInt(out long number)
    {
        number = _bits;
        return _reference is null;
    }

    /// <summary>Whether this is an object number, and which.</summary>
    public bool TryObj(out ObjectId id)
    {
        id = new ObjectId(_bits);
        return IsObj;
    }

    /// <summary>Whether this is a string, and which.</summary>
    public bool TryStr([NotNullWhen(true)] out string? text)
    {
        text = _reference as string;
        return text is not null;
    }

    /// <summary>Whether this is a list, and which.</summary>
    public bool TryList([NotNullWhen(true)] out MooList? list)
    {
        list = _reference as MooList;
        return list is not null;
    }

    /// <summary>Whether this is a map, and which.</summary>
    public bool TryMap([NotNullWhen(true)] out MooMap? map)
    {
        map = _reference as MooMap;
        return map is not null;
    }

    /// <summary>Whether this is an error, and which.</summary>
    public bool TryErr([NotNullWhen(true)] out MooError? error)
    {
        error = _reference as MooError;
        return error is not null;
    }

    /// <summary>Whether this is a heap value of type <typeparamref name="T"/>, and which.</summary>
    public bool Try<T>([NotNullWhen(true)] out T? value) where T : ReferenceValue
    {
        value = _reference as T;
        return value is not null;
    }

    /// <summary>
    /// Truth as <c>if</c> sees it: everything but 0, 0.0, "", {}, [], false, every object and every error.
    /// </summary>
    public bool IsTrue => _reference is null ? _bits != 0 : IsTrueSlow();

    private bool IsTrueSlow() => _reference switch
    {
        Tag tag => tag == Tag.Float ? AsFloat != 0.0 : tag == Tag.Bool && _bits != 0,
        string text => text.Length > 0,
        MooList list => list.Count > 0,
        MooMap map => map.Count > 0,
        MooBinary binary => binary.Length > 0,
        MooSymbol or MooLambda or MooFlyweight => true,
        _ => false,
    };

    /// <summary>The logical size in bytes, as <c>value_bytes()</c> counts it: 16 for the value itself, and what it holds.</summary>
    public long Bytes => _reference switch
    {
        null or Tag => 16,
        string text => 17 + text.Length,
        _ => Unsafe.As<ReferenceValue>(_reference).Bytes,
    };

    /// <summary>How many collections deep this value nests: 0 for a scalar, 1 for a flat list.</summary>
    public int Depth => _reference is ReferenceValue value ? value.Depth : 0;

    /// <summary>Whether both are the very same value, without looking inside: equal bits and the same heap part.</summary>
    public bool Is(Value other) => ReferenceEquals(_reference, other._reference)
        && (_bits == other._bits || _reference is string);

    /// <summary>Equality of <c>==</c>: same kind, strings and their like ignoring case.</summary>
    public bool Equals(Value other) => ValueComparison.AreEqual(this, other, matchCase: false);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <summary>A hash that agrees with <see cref="Equals(Value)"/>.</summary>
    public override int GetHashCode() => ValueComparison.Hash(this);

    /// <summary>The literal that reads back as this value.</summary>
    public override string ToString() => Literal.Of(this);

    /// <summary>Equality of <c>==</c>.</summary>
    public static bool operator ==(Value left, Value right) => left.Equals(right);

    /// <summary>Inequality of <c>!=</c>.</summary>
    public static bool operator !=(Value left, Value right) => !left.Equals(right);
}
