namespace Moo.Store.Values;

/// <summary>Equality, order and hash of values.</summary>
public static class ValueComparison
{
    /// <summary>Equality: <c>==</c>, or <c>equal()</c> when case matters.</summary>
    /// <remarks>Values of different kinds differ, except that 1 and 0 equal <c>true</c> and <c>false</c> (ToastStunt).</remarks>
    public static bool AreEqual(Value left, Value right, bool matchCase)
    {
        var (l, r) = (left.Reference, right.Reference);
        if (l is null || l is Tag)
        {
            if (ReferenceEquals(l, r)) return left.IsFloat ? left.AsFloat == right.AsFloat : left.Bits == right.Bits;
            return left.Bits == right.Bits && (l is null && right.IsBool || r is null && left.IsBool);
        }
        if (ReferenceEquals(l, r)) return true;
        return l switch
        {
            string text => r is string other && AreEqual(text, other, matchCase),
            MooList list => r is MooList other && AreEqual(list, other, matchCase),
            MooMap map => r is MooMap other && AreEqual(map, other, matchCase),
            MooError error => r is MooError other && ReferenceEquals(error.Code, other.Code),
            MooSymbol symbol => r is MooSymbol other && MooText.EqualsIgnoringCase(symbol.Name, other.Name),
            MooBinary binary => r is MooBinary other && binary.AsSpan().SequenceEqual(other.AsSpan()),
            MooAnonymous anonymous => r is MooAnonymous other && anonymous.Id == other.Id,
            MooWaif waif => r is MooWaif other && waif.Id == other.Id,
            MooFlyweight flyweight => r is MooFlyweight other && AreEqual(flyweight, other, matchCase),
            MooLambda lambda => r is MooLambda other && lambda.Source == other.Source && lambda.Programmer == other.Programmer
                && AreEqual(lambda.Captured, other.Captured, matchCase),
            _ => false,
        };
    }

    /// <summary>Whether <c>&lt;</c> and its like work on two values: same kind, and one of those that have an order.</summary>
    public static bool AreOrdered(Value left, Value right)
    {
        var kind = left.Kind;
        return kind == right.Kind && kind is ValueKind.Int or ValueKind.Obj or ValueKind.Float or ValueKind.Str
            or ValueKind.Err or ValueKind.Bool or ValueKind.Symbol or ValueKind.Binary;
    }

    /// <summary>Orders two values for which <see cref="AreOrdered"/> holds; negative, 0 or positive.</summary>
    public static int Compare(Value left, Value right, bool matchCase = false) => left.Kind switch
    {
        ValueKind.Str => matchCase ? MooText.Compare(left.AsStr, right.AsStr)
            : MooText.CompareIgnoringCase(left.AsStr, right.AsStr),
        ValueKind.Float => left.AsFloat.CompareTo(right.AsFloat),
        ValueKind.Err => Compare(left.AsErr.Code, right.AsErr.Code),
        ValueKind.Symbol => MooText.CompareIgnoringCase(
            ((MooSymbol)left.Reference!).Name, ((MooSymbol)right.Reference!).Name),
        ValueKind.Binary => ((MooBinary)left.Reference!).AsSpan().SequenceCompareTo(((MooBinary)right.Reference!).AsSpan()),
        _ => left.Bits.CompareTo(right.Bits),
    };

    /// <summary>The order of map keys: INT &lt; OBJ &lt; FLOAT &lt; ERR &lt; STR, then the kinds that ToastStunt lacks.</summary>
    public static int CompareKeys(Value left, Value right)
    {
        if (left.IsInt && right.IsInt) return left.Bits.CompareTo(right.Bits);
        var (l, r) = (Rank(left.Kind), Rank(right.Kind));
        return l != r ? l - r : Compare(left, right);
    }

    /// <summary>A hash that agrees with <see cref="AreEqual(Value, Value, bool)"/> ignoring case.</summary>
    public static int Hash(Value value) => value.Reference switch
    {
        null => value.Bits.GetHashCode(),
        Tag tag => tag == Tag.Bool ? value.Bits.GetHashCode()
            : tag == Tag.Float ? value.AsFloat.GetHashCode() // 0.0 and -0.0 are equal
            : HashCode.Combine(tag.Kind, value.Bits),
        string text => MooText.HashIgnoringCase(text),
        MooList list => HashCode.Combine(ValueKind.List, list.Count, list.Count > 0 ? Hash(list[0]) : 0),
        MooMap map => HashCode.Combine(ValueKind.Map, map.Count),
        MooError error => error.Code.GetHashCode(),
        MooSymbol symbol => HashCode.Combine(ValueKind.Symbol, MooText.HashIgnoringCase(symbol.Name)),
        MooBinary binary => HashCode.Combine(ValueKind.Binary, binary.Length),
        MooAnonymous anonymous => anonymous.Id.GetHashCode(),
        MooWaif waif => waif.Id.GetHashCode(),
        MooLambda lambda => lambda.Source.GetHashCode(StringComparison.Ordinal),
        MooFlyweight flyweight => flyweight.Delegate.GetHashCode(),
        _ => 0,
    };

    // Equal texts are most often equal to the letter, which is found out faster.
    private static bool AreEqual(string left, string right, bool matchCase) =>
        left == right || !matchCase && left.Length == right.Length && MooText.EqualsIgnoringCase(left, right);

    private static bool AreEqual(MooList left, MooList right, bool matchCase)
    {
        if (ReferenceEquals(left, right)) return true;
        if (left.Count != right.Count) return false;
        var l = left.AsSpan();
        var r = right.AsSpan();
        for (var i = 0; i < l.Length; i++)
        {
            ref readonly var a = ref l[i];
            ref readonly var b = ref r[i];
            // Most elements are integers, strings and lists; the rest takes the long way.
            switch (a.Reference)
            {
                case null when b.IsInt:
                    if (a.Bits != b.Bits) return false;
                    break;
                case string text when b.Reference is string other:
                    if (!AreEqual(text, other, matchCase)) return false;
                    break;
                case MooList list when b.Reference is MooList other:
                    if (!AreEqual(list, other, matchCase)) return false;
                    break;
                default:
                    if (!AreEqual(a, b, matchCase)) return false;
                    break;
            }
        }
        return true;
    }

    private static bool AreEqual(MooMap left, MooMap right, bool matchCase)
    {
        if (left.Count != right.Count) return false;
        long l = 0, r = 0;
        while (left.Next(ref l, out var leftKey, out var leftValue) && right.Next(ref r, out var rightKey, out var rightValue))
            if (!AreEqual(leftKey, rightKey, matchCase) || !AreEqual(leftValue, rightValue, matchCase)) return false;
        return true;
    }

    private static bool AreEqual(MooFlyweight left, MooFlyweight right, bool matchCase) =>
        left.Delegate == right.Delegate && AreEqual(left.Slots, right.Slots, matchCase)
            && AreEqual(left.Contents, right.Contents, matchCase);

    private static int Compare(ErrorCode left, ErrorCode right) => (left.Number, right.Number) switch
    {
        ( >= 0, >= 0) => left.Number - right.Number,
        ( < 0, < 0) => MooText.CompareIgnoringCase(left.Name, right.Name),
        (var l, _) => l < 0 ? 1 : -1,
    };

    private static int Rank(ValueKind kind) => kind switch
    {
        ValueKind.Int => 0,
        ValueKind.Obj => 1,
        ValueKind.Float => 2,
        ValueKind.Err => 3,
        ValueKind.Str => 4,
        ValueKind.Symbol => 5,
        ValueKind.Bool => 6,
        ValueKind.Binary => 7,
        _ => 8 + (int)kind,
    };
}
