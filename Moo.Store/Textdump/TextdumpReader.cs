using Moo.Store.Values;

namespace Moo.Store.Textdump;

/// <summary>Reads textdumps: LambdaMOO's versions 0 to 4 and ToastStunt's 5 to 17.</summary>
/// <remarks>
/// The order of a file before version 13: counts, players, objects, programs, tasks, connections. From 13 on: players, values pending
/// finalization, tasks, connections, objects in several portions (the later ones are anonymous), programs.
/// Sources: LambdaMOO 1.8 <c>db_file.c</c>, <c>db_io.c</c>, <c>tasks.c</c>, <c>execute.c</c>; ToastStunt 2.7, the same with <c>waif.cc</c>.
/// </remarks>
public sealed class TextdumpReader
{
    private const int ObjectsBetweenReports = 1000;

    private readonly DumpInput _input;
    private readonly DumpValues _values;
    private readonly DumpTasks _tasks;
    private readonly DumpedWorld _dump = new();
    private readonly Action<long>? _progress;
    private readonly Dictionary<long, DumpedObject> _byNumber = [];

    private TextdumpReader(Stream stream, Action<long>? progress)
    {
        _input = new DumpInput(stream);
        _values = new DumpValues(_input, _dump);
        _tasks = new DumpTasks(_input, _values, _dump);
        _progress = progress;
    }

    /// <summary>Whether a file looks like a textdump by its first bytes.</summary>
    public static bool IsTextdump(ReadOnlySpan<byte> start) => start.StartsWith("** LambdaMOO Database, Format Version "u8);

    /// <summary>Reads a textdump to its end.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="progress">Told now and then how many bytes were read.</param>
    /// <exception cref="TextdumpException">It is no textdump of a known version, or it is damaged.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static DumpedWorld Read(Stream stream, Action<long>? progress = null)
    {
        var reader = new TextdumpReader(stream, progress);
        reader.ReadFile();
        return reader._dump;
    }

    private void ReadFile()
    {
        _dump.Version = ReadVersion();
        if (_dump.Version.HasAnonymous) ReadNewer();
        else ReadOlder();
        _dump.Latin1Texts = _input.Latin1Texts;
        _progress?.Invoke(_input.Bytes);
    }

    private DumpVersion ReadVersion()
    {
        var line = _input.Next("\"** LambdaMOO Database, Format Version N **\"");
        if (!IsTextdump(line))
        {
            // Before there were versions the file began with the number of objects.
            if (line.IsEmpty || line.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0) throw _input.Unexpected(line, "\"** LambdaMOO Database, Format Version N **\"");
            _input.Unread();
            return new DumpVersion(0);
        }
        var text = System.Text.Encoding.Latin1.GetString(line)["** LambdaMOO Database, Format Version ".Length..];
        var end = text.IndexOf(' ', StringComparison.Ordinal);
        var version = new DumpVersion(end > 0 && int.TryParse(text.AsSpan(0, end), out var number) ? number : -1);
        if (version.IsKnown) return version;
        throw new TextdumpException(1, $"the format version is {text.TrimEnd('*', ' ')}; known are LambdaMOO's 1 to {DumpVersion.LambdaMoo.Number} "
            + $"and ToastStunt's {DumpVersion.LambdaMoo.Number + 1} to {DumpVersion.ToastStunt.Number}");
    }

    private void ReadOlder()
    {
        var objects = _input.Count("the number of objects");
        var programs = _input.Count("the number of programs");
        _input.Number("an unused number");
        ReadPlayers();
        ReadObjects(objects, isAnonymous: false);
        ReadPrograms(programs);
        _tasks.Read();
        _tasks.ReadConnections();
    }

    private void ReadNewer()
    {
        ReadPlayers();
        for (var count = _input.Heading("values pending finalization").Count; count > 0; count--) _values.Read();
        _tasks.Read();
        _tasks.ReadConnections();
        ReadObjects(_input.Count("the number of objects"), isAnonymous: false);
        while (_input.Count("the number of anonymous objects") is > 0 and var count) ReadObjects(count, isAnonymous: true);
        ReadPrograms(_input.Count("the number of programs"));
    }

    private void ReadPlayers()
    {
        for (var count = _input.Count("the number of players"); count > 0; count--) _dump.Players.Add(new ObjectId(_input.Number("a player's number")));
    }

    private void ReadObjects(int count, bool isAnonymous)
    {
        for (var i = 0; i < count; i++)
        {
            ReadObject(isAnonymous);
            if (i % ObjectsBetweenReports == 0) _progress?.Invoke(_input.Bytes);
        }
    }

    private void ReadObject(bool isAnonymous)
    {
        const string recycled = " recycled";
        var line = _input.Text("an object: \"#N\"");
        var isRecycled = line.EndsWith(recycled, StringComparison.Ordinal);
        var digits = isRecycled ? line.AsSpan(0, line.Length - recycled.Length) : line;
        if (digits is not ['#', ..] || !long.TryParse(digits[1..].Trim(), out var number) || number < 0)
            throw new TextdumpException(_input.Line, $"found \"{(line.Length > 60 ? line[..60] : line)}\" where an object belongs: \"#N\"");
        if (!isAnonymous) _dump.MaxObject = Math.Max(_dump.MaxObject, number);
        if (isRecycled) return;
        var read = new DumpedObject(isAnonymous ? _values.Anonymous(number) : new ObjectId(number), _input.Line);
        if (_dump.Version.HasLists) ReadListed(read);
        else ReadChained(read);
        ReadVerbs(read);
        for (var count = _input.Count("the number of property definitions"); count > 0; count--)
            read.Definitions.Add(string.Intern(_input.Text("a property's name")));
        ReadProperties(read);
        read.LastLine = _input.Line;
        if (!_byNumber.TryAdd(number, read)) throw new TextdumpException(read.Line, $"#{number} is there twice; first on line {_byNumber[number].Line}");
        (isAnonymous ? _dump.Anonymous : _dump.Objects).Add(read);
    }

    // LambdaMOO: each object names the first thing in it and the next thing beside it.
    private void ReadChained(DumpedObject read)
    {
        read.Name = _input.Text("a name");
        _input.Next("an unused line");
        read.Flags = _input.Number("flags");
        read.Owner = ReadId("an owner");
        read.Location = ReadId("a location");
        Add(read.Contents, ReadId("the first of the contents"));
        read.Next = ReadId("the next of the contents");
        Add(read.Parents, ReadId("a parent"));
        Add(read.Children, ReadId("the first child"));
        read.Sibling = ReadId("the next child");
    }

    private void ReadListed(DumpedObject read)
    {
        read.Name = _input.Text("a name");
        read.Flags = _input.Number("flags");
        read.Owner = ReadId("an owner");
        var location = _values.Read();
        read.Location = location.TryObj(out var place) ? place : ObjectId.Nothing;
        if (!location.IsObj) throw new TextdumpException(_input.Line, "a location is no object");
        if (_dump.Version.HasLastMove) read.LastMove = _values.Read();
        Add(read.Contents, "the contents");
        Add(read.Parents, "the parents");
        Add(read.Children, "the children");
    }

    private ObjectId ReadId(string what) => new(_input.Number(what));

    private static void Add(List<ObjectId> ids, ObjectId id)
    {
        if (id != ObjectId.Nothing) ids.Add(id);
    }

    private void Add(List<ObjectId> ids, string what)
    {
        var value = _values.Read();
        if (value.TryObj(out var one))
        {
            Add(ids, one);
            return;
        }
        if (!value.TryList(out var list)) throw new TextdumpException(_input.Line, $"{what} are no list of objects");
        foreach (var element in list)
        {
            if (element.TryObj(out var id)) Add(ids, id);
            else if (element.Try<MooAnonymous>(out _)) continue;
            else throw new TextdumpException(_input.Line, $"{what} are no list of objects");
        }
    }

    private void ReadVerbs(DumpedObject read)
    {
        for (var count = _input.Count("the number of verbs"); count > 0; count--)
        {
            var names = _input.Text("a verb's names");
            var owner = ReadId("a verb's owner");
            read.Verbs.Add(new DumpedVerb(names, owner, _input.Number("a verb's bits"), _input.Number("a verb's preposition")));
        }
    }

    private void ReadProperties(DumpedObject read)
    {
        var count = _input.Count("the number of properties");
        var properties = new List<DumpedProperty>(Math.Min(count, 1024));
        for (var i = 0; i < count; i++)
        {
            var value = _values.Read();
            var owner = ReadId("a property's owner");
            properties.Add(new DumpedProperty(value, owner, _input.Number("a property's bits"), _input.Line));
        }
        read.Properties = [.. properties];
    }

    private void ReadPrograms(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var line = _input.Text("a program: \"#N:M\"");
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 2 || line[0] != '#' || !long.TryParse(line.AsSpan(1, colon - 1), out var number) || !int.TryParse(line.AsSpan(colon + 1), out var place))
                throw new TextdumpException(_input.Line, $"found \"{(line.Length > 60 ? line[..60] : line)}\" where a program belongs: \"#N:M\"");
            if (!_byNumber.TryGetValue(number, out var holder)) throw new TextdumpException(_input.Line, $"a program for #{number}, which is not there");
            if (place < 0 || place >= holder.Verbs.Count)
                throw new TextdumpException(_input.Line, $"a program for verb {place} of #{number}, which has {holder.Verbs.Count} verbs");
            holder.Verbs[place].Line = _input.Line + 1;
            holder.Verbs[place].Source = _input.Program();
            if (i % ObjectsBetweenReports == 0) _progress?.Invoke(_input.Bytes);
        }
    }
}
