namespace Moo.Store.Values;

/// <summary>Marks the unboxed kinds of <see cref="Value"/>: its reference is one of these, its bits hold the rest.</summary>
internal sealed class Tag
{
    public static readonly Tag Object = new(ValueKind.Obj);
    public static readonly Tag Float = new(ValueKind.Float);
    public static readonly Tag Bool = new(ValueKind.Bool);
    public static readonly Tag Clear = new(ValueKind.Clear);
    public static readonly Tag Unset = new(ValueKind.Unset);
    public static readonly Tag Failure = new(ValueKind.Failure);

    private Tag(ValueKind kind) => Kind = kind;

    public ValueKind Kind { get; }
}
