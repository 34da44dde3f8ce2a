using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Definitions;

/// <summary>The constants under which definition files refer to objects: the stable name of those that have one, in capitals.</summary>
internal sealed class DefinitionNames
{
    private readonly Dictionary<ObjectId, string> _constants = [];

    /// <summary>The names of the objects of a world.</summary>
    public DefinitionNames(Snapshot snapshot)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var state in snapshot.All())
        {
            var name = StableName(state)?.ToUpperInvariant();
            // Two objects of one name, or a name that no constant can have: then the number has to do.
            if (name is not null && CanBeConstant(name) && taken.Add(name)) _constants[state.Id] = name;
        }
    }

    /// <summary>The names that constants give to objects; of several, the first.</summary>
    public DefinitionNames(IEnumerable<KeyValuePair<string, Value>> constants)
    {
        foreach (var (name, value) in constants)
            if (value.TryObj(out var id)) _constants.TryAdd(id, name);
    }

    private static bool CanBeConstant(string name) => Literal.IsName(name)
        && !Execution.BuiltInVariables.TryConstant(name, out _) && !name.StartsWith("E_", StringComparison.Ordinal);

    /// <summary>The constants, by number of object.</summary>
    public IEnumerable<(string Name, ObjectId Id)> Constants => _constants.OrderBy(c => c.Key).Select(c => (c.Value, c.Key));

    /// <summary>How a file refers to an object: its constant, else its number.</summary>
    public string Reference(ObjectId id) => _constants.TryGetValue(id, out var name) ? name : id.ToString();

    /// <summary>The object's stable name: from its metadata, else from a property of that name (mooR's older form); null if it has none.</summary>
    public static string? StableName(ObjectState state) => Find(state, DefinitionKeys.Id) is { } value && value.TryStr(out var name) && name.Length > 0 ? name : null;

    /// <summary>The folders of the object's file.</summary>
    public static IEnumerable<string> Folders(ObjectState state) =>
        Find(state, DefinitionKeys.Hierarchy) is { } value && value.TryList(out var folders)
            ? folders.Select(ValueText.Of).Where(IsSafe) : [];

    /// <summary>Whether a name can be that of a file or folder, everywhere.</summary>
    public static bool IsSafe(string name) => name.Length is > 0 and < 100 && name[0] != '.'
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');

    private static Value? Find(ObjectState state, Value key)
    {
        if (state.Metadata.TryGet(DefinitionKeys.Self, out var own) && own.TryMap(out var map) && map.TryGet(key, out var value)) return value;
        var cell = state.Shape.IndexOf(((MooSymbol)key.Reference!).Name);
        return cell >= 0 && !state.Cells[cell].Value.IsClear ? state.Cells[cell].Value : null;
    }
}
