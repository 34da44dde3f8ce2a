using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Textdump;

/// <summary>A property in the order in which an object's values stand in a textdump.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsRepeated">Whether one of this name stands before it, so that nobody could reach it.</param>
internal readonly record struct LaidOutProperty(string Name, bool IsRepeated);

/// <summary>In which order the values of each object's properties stand in a textdump, and who its ancestors are.</summary>
/// <remarks>The object's own definitions come first, then its ancestors' in the order of search: see <see cref="Lineage"/>.</remarks>
internal sealed class DumpLayouts(Dictionary<ObjectId, DumpedObject> objects)
{
    // No world comes near this; beyond it the lists of ancestors alone would fill the memory.
    private const int MostAncestors = 1000;

    private readonly Dictionary<ObjectId, List<DumpedObject>> _ancestors = [];
    private readonly Dictionary<ObjectId, List<LaidOutProperty>> _inherited = [];

    /// <summary>All objects, each behind its parents.</summary>
    /// <exception cref="TextdumpException">An object is its own ancestor.</exception>
    public List<DumpedObject> ParentsFirst()
    {
        var order = new List<DumpedObject>(objects.Count);
        var state = new Dictionary<ObjectId, bool>(objects.Count); // false while its parents are on the way
        var open = new Stack<DumpedObject>();
        foreach (var start in objects.Values.OrderBy(read => read.Id.Number < 0).ThenBy(read => Math.Abs(read.Id.Number)))
        {
            open.Push(start);
            while (open.TryPeek(out var read))
            {
                if (!state.TryAdd(read.Id, false))
                {
                    open.Pop();
                    if (!state[read.Id]) order.Add(read);
                    state[read.Id] = true;
                    continue;
                }
                foreach (var parent in read.Parents)
                {
                    if (!state.TryGetValue(parent, out var isDone)) open.Push(objects[parent]);
                    else if (!isDone) throw new TextdumpException(read.Line, $"{read.Id} is its own ancestor, by way of its parent {parent}");
                }
            }
        }
        return order;
    }

    /// <summary>The ancestors of an object in the order of search, without itself.</summary>
    public List<DumpedObject> Ancestors(DumpedObject read)
    {
        if (read.Parents.Count == 1) return WithAncestors(read.Parents[0]);

        var ancestors = new List<DumpedObject>();
        var seen = new HashSet<ObjectId>();
        foreach (var ancestor in read.Parents.SelectMany(WithAncestors))
            if (seen.Add(ancestor.Id)) ancestors.Add(ancestor);
        return ancestors;
    }

    // An object and its ancestors, kept for those that are parents.
    private List<DumpedObject> WithAncestors(ObjectId id)
    {
        if (_ancestors.TryGetValue(id, out var known)) return known;
        var read = objects[id];
        var ancestors = Ancestors(read);
        if (ancestors.Count >= MostAncestors) throw new TextdumpException(read.Line, $"{id} has more than {MostAncestors} ancestors");
        return _ancestors[id] = [read, .. ancestors];
    }

    /// <summary>The properties of an object.</summary>
    public List<LaidOutProperty> Of(DumpedObject read)
    {
        if (read.Definitions.Count == 0 && read.Parents.Count == 1)
        {
            if (_inherited.TryGetValue(read.Parents[0], out var known)) return known;
            return _inherited[read.Parents[0]] = LayOut(Ancestors(read));
        }
        return LayOut([read, .. Ancestors(read)]);
    }

    private static List<LaidOutProperty> LayOut(List<DumpedObject> line)
    {
        var layout = new List<LaidOutProperty>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var read in line)
            foreach (var name in read.Definitions) layout.Add(new LaidOutProperty(name, !seen.Add(name)));
        return layout;
    }
}
