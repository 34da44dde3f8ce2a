using Moo.Store.Values;

namespace Moo.Store.Textdump;

/// <summary>The order of contents and children in a textdump, as stamps.</summary>
internal sealed class DumpOrder
{
    private readonly Dictionary<ObjectId, DumpedObject> _objects;
    private readonly DumpReport _report;
    private readonly bool _hasLists;
    private readonly Dictionary<ObjectId, long> _arrivals = [];
    private readonly Dictionary<ObjectId, long> _births = [];
    private long _last;

    public DumpOrder(DumpedWorld dump, Dictionary<ObjectId, DumpedObject> objects, DumpReport report)
    {
        (_objects, _report, _hasLists) = (objects, report, dump.Version.HasLists);
        foreach (var holder in dump.Objects.Concat(dump.Anonymous))
        {
            foreach (var id in Chain(holder.Contents, read => read.Next))
            {
                if (objects[id].Location == holder.Id) _arrivals.TryAdd(id, ++_last);
                else Contradiction(id, $"it was among the contents of {holder.Id}, but its location is {objects[id].Location}; the location counts");
            }
            foreach (var id in Chain(holder.Children, read => read.Sibling))
            {
                if (objects[id].Parents.Contains(holder.Id)) _births.TryAdd(id, ++_last);
                else Contradiction(id, $"it was among the children of {holder.Id}, which is no parent of it; the parents count");
            }
        }
        foreach (var read in dump.Objects)
        {
            if (read.Location != ObjectId.Nothing && !_arrivals.ContainsKey(read.Id))
                Contradiction(read.Id, $"it was not among the contents of its location {read.Location}; it is last there");
            if (read.Parents.Count > 0 && !_births.ContainsKey(read.Id))
                Contradiction(read.Id, $"it was not among the children of its parent {read.Parents[0]}; it is last there");
        }
    }

    private void Contradiction(ObjectId id, string what) => _report.Changed(id.ToString(), what);

    /// <summary>The stamp of an object's arrival where it is.</summary>
    public long Arrival(ObjectId id) => Stamp(_arrivals, id);

    /// <summary>The stamp of an object's birth.</summary>
    public long Birth(ObjectId id) => Stamp(_births, id);

    private long Stamp(Dictionary<ObjectId, long> stamps, ObjectId id) => stamps.TryGetValue(id, out var stamp) ? stamp : ++_last;

    // Before version 5 the list holds the first member, and each member leads to the next.
    private IEnumerable<ObjectId> Chain(List<ObjectId> members, Func<DumpedObject, ObjectId> next)
    {
        if (_hasLists)
        {
            foreach (var member in members)
                if (_objects.ContainsKey(member)) yield return member;
            yield break;
        }
        if (members.Count == 0) yield break;
        var steps = 0;
        for (var id = members[0]; _objects.TryGetValue(id, out var read); id = next(read))
        {
            if (++steps > _objects.Count) throw new TextdumpException(read.Line, $"the list that {members[0]} begins leads back to itself");
            yield return id;
        }
    }
}
