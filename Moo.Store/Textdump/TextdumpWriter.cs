using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Textdump;

/// <summary>Writes a world as a LambdaMOO database, format version 4.</summary>
/// <remarks>
/// Every object has one parent there, every value a type that LambdaMOO knows, and every program must compile with it, or it loads
/// nothing at all. What does not fit is written as what comes nearest, and noted.
/// </remarks>
public sealed class TextdumpWriter
{
    private readonly Snapshot _world;
    private readonly DumpOutput _output;
    private readonly DumpReport _report;
    private readonly Dictionary<ObjectId, List<ObjectState>> _lines = [];

    private TextdumpWriter(Snapshot world, DumpOutput output, DumpReport report) => (_world, _output, _report) = (world, output, report);

    /// <summary>Writes a world.</summary>
    /// <param name="stream">Takes the file.</param>
    /// <param name="world">The world.</param>
    /// <param name="programs">The programs as LambdaMOO can compile them, by verb; a verb that is not in it has none.</param>
    /// <param name="tasks">The forked tasks.</param>
    /// <param name="report">Takes counts and notes.</param>
    /// <exception cref="IOException">The stream cannot be written to.</exception>
    public static void Write(Stream stream, Snapshot world, IReadOnlyDictionary<Verb, string> programs, IReadOnlyList<DumpedTask> tasks, DumpReport report)
    {
        using var output = new DumpOutput(stream, DumpVersion.LambdaMoo, report);
        new TextdumpWriter(world, output, report).WriteFile(programs, tasks);
    }

    private void WriteFile(IReadOnlyDictionary<Verb, string> programs, IReadOnlyList<DumpedTask> tasks)
    {
        var objects = _world.All().ToList();
        _report.Programs = objects.Sum(state => state.Class.Verbs.ToArray().Count(programs.ContainsKey));
        _report.Players = _world.Players.Count;
        _output.Line("** LambdaMOO Database, Format Version 4 **");
        _output.Number(_world.MaxObject + 1);
        _output.Number(_report.Programs);
        _output.Number(0);
        _output.Number(_world.Players.Count);
        foreach (var player in _world.Players) _output.Id(player);
        for (var number = 0L; number <= _world.MaxObject; number++) WriteObject(new ObjectId(number));
        foreach (var state in objects) WritePrograms(state, programs);
        WriteTasks(tasks);
        _output.Line("0 active connections with listeners");
        if (_world.AllHidden().Any()) _report.Lose("anonymous objects and WAIFs", $"{_world.AllHidden().Count()} of them have no place in a LambdaMOO database");
    }

    private void WriteObject(ObjectId id)
    {
        if (_world.Find(id) is not { } state)
        {
            _output.Line($"{id} recycled");
            return;
        }
        _report.Objects++;
        _output.Place = id.ToString();
        _output.Line(id.ToString());
        _output.Text(state.Name);
        _output.Line("");
        _output.Number(DumpBits.FromFlags(state.Flags & ~ObjectFlags.AnonymousFertile));
        _output.Id(state.Owner);
        _output.Id(state.Location);
        _output.Id(First(state.Contents));
        _output.Id(Next(_world.Find(state.Location)?.Contents, id));
        var parent = Parent(state);
        _output.Id(parent);
        _output.Id(FirstChild(id, ObjectId.Nothing));
        _output.Id(parent == ObjectId.Nothing ? ObjectId.Nothing : FirstChild(parent, id));
        WriteVerbs(state);
        _output.Number(state.Class.Definitions.Length);
        _report.Properties += state.Class.Definitions.Length;
        foreach (var name in state.Class.Definitions) _output.Text(name);
        WriteProperties(state);
        if (state.Class.Parents.Length > 1)
            _report.Lose(id.ToString(), $"of its parents {string.Join(", ", state.Class.Parents.ToArray())} only the first is kept, and what it has from the others is left out");
    }

    private static ObjectId Parent(ObjectState state) => state.Class.Parents.IsEmpty ? ObjectId.Nothing : state.Class.Parents[0];

    private static ObjectId First(ObjectSet members) => members.Count == 0 ? ObjectId.Nothing : members.First();

    private ObjectId Next(ObjectSet? members, ObjectId id) => members is null ? ObjectId.Nothing : Following(members, id, _ => true);

    // The first child, or the one behind another; of those that have this object as their first parent.
    private ObjectId FirstChild(ObjectId parent, ObjectId behind) => _world.Find(parent) is not { } state ? ObjectId.Nothing
        : Following(state.Children, behind, id => _world.Find(id) is { } child && Parent(child) == parent);

    private readonly Dictionary<ObjectSet, Dictionary<ObjectId, ObjectId>> _following = [];

    private ObjectId Following(ObjectSet members, ObjectId behind, Func<ObjectId, bool> counts)
    {
        if (!_following.TryGetValue(members, out var following))
        {
            _following[members] = following = [];
            var last = ObjectId.Nothing;
            foreach (var id in members.Where(counts)) (following[last], last) = (id, id);
        }
        return following.TryGetValue(behind, out var next) ? next : ObjectId.Nothing;
    }

    private void WriteVerbs(ObjectState state)
    {
        _output.Number(state.Class.Verbs.Length);
        foreach (var verb in state.Class.Verbs)
        {
            _report.Verbs++;
            _output.Text(verb.Names);
            _output.Id(verb.Owner);
            _output.Number(DumpBits.FromVerb(verb));
            _output.Number(verb.Arguments.Preposition);
        }
    }

    private void WriteProperties(ObjectState state)
    {
        var line = Line(state);
        _output.Number(line.Sum(holder => holder.Class.Definitions.Length));
        foreach (var holder in line)
        {
            foreach (var name in holder.Class.Definitions)
            {
                _output.Place = $"{state.Id}.{name}";
                var cell = state.Shape.IndexOf(name);
                var value = cell < 0 ? Value.Clear : state.Cells[cell].Value;
                if (!value.IsClear) _report.Values++;
                _output.Value(value);
                var access = Access(state, line, name);
                _output.Id(access.Owner);
                _output.Number((long)access.Flags);
            }
        }
    }

    // An object and its ancestors, by the first parents alone.
    private List<ObjectState> Line(ObjectState state)
    {
        if (_lines.TryGetValue(state.Id, out var known)) return known;
        var line = new List<ObjectState> { state };
        while (_world.Find(Parent(line[^1])) is { } parent) line.Add(parent);
        return state.Children.Count > 0 ? _lines[state.Id] = line : line;
    }

    private static PropertyAccess Access(ObjectState state, List<ObjectState> line, string name)
    {
        foreach (var holder in line)
        {
            var cell = holder.Shape.IndexOf(name);
            if (cell < 0 || holder.Cells[cell].Access is not { } access) continue;
            return holder == state || (access.Flags & PropertyFlags.ChangeOwner) == 0 ? access : access with { Owner = state.Owner };
        }
        return new PropertyAccess(state.Owner, PropertyFlags.None);
    }

    private void WritePrograms(ObjectState state, IReadOnlyDictionary<Verb, string> programs)
    {
        for (var place = 0; place < state.Class.Verbs.Length; place++)
        {
            if (!programs.TryGetValue(state.Class.Verbs[place], out var source)) continue;
            _output.Line($"{state.Id}:{place}");
            _output.Program(source);
        }
    }

    private void WriteTasks(IReadOnlyList<DumpedTask> tasks)
    {
        _output.Line("0 clocks");
        _output.Line($"{tasks.Count} queued tasks");
        foreach (var task in tasks)
        {
            var frame = task.Frames[0];
            _output.Place = $"task {task.Id}";
            _output.Line($"0 {frame.FirstLine} {task.StartTime} {task.Id}");
            _output.Value(Value.Int(-111));
            var (self, definer) = (Number(frame.This), Number(frame.Definer));
            _output.Line($"{self} -7 -8 {frame.Player.Number} -9 {frame.Programmer.Number} {definer} -10 {(frame.IsDebug ? 1 : 0)}");
            foreach (var unused in (string[])["No", "More", "Parse", "Infos", frame.Verb, frame.VerbNames]) _output.Text(unused);
            _output.Line($"{frame.Variables.Count} variables");
            foreach (var (name, value) in frame.Variables)
            {
                _output.Text(name);
                _output.Value(value);
            }
            _output.Program(frame.Source);
        }
        _report.Tasks = tasks.Count;
        _output.Line("0 suspended tasks");
    }

    private static long Number(Value value) => value.TryObj(out var id) ? id.Number : ObjectId.Nothing.Number;
}
