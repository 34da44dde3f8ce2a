using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Textdump;

/// <summary>Reads the values of a textdump: a line with the type's number, then what belongs to it.</summary>
/// <remarks>
/// WAIFs and anonymous objects are met first where something refers to them; each gets a hidden number then. What has no form
/// here (a float without a value, an unknown error) is replaced and noted with its line.
/// </remarks>
internal sealed class DumpValues(DumpInput input, DumpedWorld dump)
{
    private const int Nothing = -1;
    private const int OldWaif = 10;

    // Types that only occur in the interpreter's state.
    private const int ClearType = 5, NoneType = 6, CatchType = 7, FinallyType = 8, IteratorType = 11;

    private readonly Dictionary<long, ObjectId> _anonymous = [];
    private readonly Dictionary<long, (MooWaif Waif, DumpedWaif Content)> _waifs = [];
    private ObjectId? _lostAnonymous;

    /// <summary>The next value.</summary>
    public Value Read() => Read(0);

    /// <summary>The next entry of an interpreter's stack.</summary>
    public DumpedStackEntry ReadEntry()
    {
        var type = input.Number("a type");
        return type is CatchType or FinallyType
            ? new DumpedStackEntry(type == CatchType ? DumpedStackKind.Catch : DumpedStackKind.Finally, Value.Int(input.Number("a mark's number")))
            : new DumpedStackEntry(DumpedStackKind.Value, ReadOf(type, 0));
    }

    /// <summary>A value of which the type stood on another line.</summary>
    public Value ReadTyped(string type) => long.TryParse(type, out var number) ? ReadOf(number, 0)
        : throw new TextdumpException(input.Line, $"found \"{type}\" where a type belongs");

    private Value Read(int depth) => ReadOf(input.Number("a type"), depth);

    private Value ReadOf(long type, int depth)
    {
        if (depth > ValueJson.DeepestValue) throw new TextdumpException(input.Line, $"a value nests deeper than {ValueJson.DeepestValue}");
        switch (type)
        {
            case (long)ValueKind.Int:
                return Value.Int(input.Number("an integer"));
            case (long)ValueKind.Obj:
                return Value.Obj(input.Number("an object's number"));
            case (long)ValueKind.Str:
                return Value.Str(input.Text("a string"));
            case (long)ValueKind.Err:
                return ReadError();
            case (long)ValueKind.List:
                return ReadList(depth);
            case ClearType:
                return Value.Clear;
            case NoneType or Nothing when type == NoneType || dump.Version.Number == 0:
                return Value.Unset;
            case (long)ValueKind.Float:
                return ReadFloat();
            case OldWaif when !dump.Version.HasMaps:
                return ReadWaif(depth);
            case (long)ValueKind.Map:
                return ReadMap(depth);
            case IteratorType:
                return Read(depth + 1);
            case (long)ValueKind.Anon:
                return Value.Of(new MooAnonymous(Anonymous(input.Number("an anonymous object's number"))));
            case (long)ValueKind.Waif:
                return ReadWaif(depth);
            case (long)ValueKind.Bool:
                return Value.Bool(input.Number("a boolean") != 0);
            default:
                throw new TextdumpException(input.Line, $"{type} is no type of value in {dump.Version}");
        }
    }

    private Value ReadError()
    {
        // ToastStunt writes a 32-bit number and whatever stands beside it in memory.
        var number = (int)input.Number("an error's number");
        if (number >= 0 && number < ErrorCode.BuiltIn.Count) return Value.Err(ErrorCode.BuiltIn[number]);
        Note($"the error number {number} is unknown; E_INVARG stands for it");
        return Value.Err(ErrorCode.E_INVARG);
    }

    private Value ReadFloat()
    {
        var number = input.Float();
        if (double.IsFinite(number)) return Value.Float(number);
        Note($"the float {number} is no finite number; 0.0 stands for it");
        return Value.Float(0);
    }

    private Value ReadList(int depth)
    {
        var count = input.Count("a list's length");
        var elements = new List<Value>(Math.Min(count, 1024));
        for (var i = 0; i < count; i++) elements.Add(ReadInner(depth));
        return Value.List(MooList.FromOwned([.. elements], elements.Count));
    }

    private Value ReadMap(int depth)
    {
        var count = input.Count("a map's length");
        var map = new List<Value>(Math.Min(2 * count, 1024));
        for (var i = 0; i < count; i++)
        {
            var (key, value) = (ReadInner(depth), ReadInner(depth));
            if (MooMap.IsKey(key))
            {
                map.Add(key);
                map.Add(value);
            }
            else
            {
                Note($"a {key.Kind} cannot be a map's key; the entry is left out");
            }
        }
        var made = MooMap.OfPairs(map.ToArray());
        if (made.Count < map.Count / 2) Note("some of a map's keys are the same here; the later values count");
        return Value.Of(made);
    }

    // A value inside another one, where the marks of the interpreter have no meaning.
    private Value ReadInner(int depth)
    {
        var value = Read(depth + 1);
        if (!value.IsClear && !value.IsUnset) return value;
        Note("a list holds no value here; 0 stands for it");
        return default;
    }

    /// <summary>The hidden number of an anonymous object; one that is no more for -1.</summary>
    public ObjectId Anonymous(long number)
    {
        if (number < 0) return _lostAnonymous ??= NewHidden();
        if (!_anonymous.TryGetValue(number, out var id)) _anonymous[number] = id = NewHidden();
        return id;
    }

    private ObjectId NewHidden() => HiddenIds.FromIndex(++dump.MaxHidden);

    // "c N" makes the N-th WAIF, "r N" refers to it.
    private Value ReadWaif(int depth)
    {
        var line = input.Next("a WAIF");
        if (line is not [(byte)'c' or (byte)'r', (byte)' ', ..] || !System.Buffers.Text.Utf8Parser.TryParse(line[2..], out long number, out _))
            throw input.Unexpected(line, "a WAIF: \"c N\" or \"r N\"");
        if (line[0] == (byte)'r')
        {
            EndWaif();
            return _waifs.TryGetValue(number, out var known) ? Value.Of(known.Waif)
                : throw new TextdumpException(input.Line, $"the WAIF {number} is referred to before it is made");
        }
        var at = input.Line;
        var waifClass = new ObjectId(input.Number("a WAIF's class"));
        var content = new DumpedWaif(NewHidden(), waifClass, new ObjectId(input.Number("a WAIF's owner")), at);
        var waif = new MooWaif(content.Id, waifClass, content.Owner);
        if (!_waifs.TryAdd(number, (waif, content))) throw new TextdumpException(at, $"the WAIF {number} is made twice");
        dump.Waifs.Add(content);
        input.Count("a number of properties");
        while (input.Number("a property's place, or -1") is >= 0 and var place) content.Values.Add((place, Read(depth + 1)));
        EndWaif();
        return Value.Of(waif);
    }

    // A line with a dot, which the oldest files do not have.
    private void EndWaif()
    {
        if (input.TryNext(out var line) && line is not [(byte)'.']) input.Unread();
    }

    private void Note(string what) => dump.OddValues.Add((input.Line, what));
}
