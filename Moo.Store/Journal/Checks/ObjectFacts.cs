namespace Moo.Store.Journal.Checks;

/// <summary>What a check knows of all objects: which there are, where they are and what they descend from.</summary>
internal sealed class ObjectFacts
{
    private readonly Dictionary<long, Fact> _facts = [];
    private readonly Dictionary<long, SortedList<(long Place, string Name), string>> _definitions = [];
    private readonly Dictionary<string, HashSet<string>> _inherited = [];
    private readonly Dictionary<long, List<long>> _verbPlaces = [];

    private sealed record Fact(long Owner, long Location, long[] Parents)
    {
        public long Location { get; set; } = Location;

        public long[] Parents { get; set; } = Parents;
    }

    /// <summary>The highest number of a numbered object.</summary>
    public long MaxObject { get; private set; } = -1;

    public bool Exists(long id) => _facts.ContainsKey(id);

    public long Owner(long id) => _facts[id].Owner;

    public long Location(long id) => _facts[id].Location;

    public long[] Parents(long id) => _facts[id].Parents;

    public void Add(long id, long owner, long location, long[] parents)
    {
        _facts[id] = new Fact(owner, location, parents);
        MaxObject = Math.Max(MaxObject, id);
    }

    public void AddDefinition(long id, long place, string name)
    {
        if (!_definitions.TryGetValue(id, out var definitions)) _definitions[id] = definitions = [];
        definitions[(place, name)] = name;
    }

    public void AddVerb(long id, long place)
    {
        if (!_verbPlaces.TryGetValue(id, out var places)) _verbPlaces[id] = places = [];
        places.Add(place);
    }

    /// <summary>Ends the learning: puts in order what was learnt, and takes away what cannot be.</summary>
    /// <param name="report">Takes what was wrong.</param>
    public void Settle(CheckReport report)
    {
        foreach (var (id, fact) in _facts)
        {
            SettleParents(id, fact, report);
            if (fact.Location == -1 || Exists(fact.Location)) continue;
            report.Add($"#{id} is in #{fact.Location}, which does not exist", "it is nowhere then");
            fact.Location = -1;
        }
        foreach (var id in _facts.Keys) BreakLoop(id, report);
        BreakDescentLoops(report);
        foreach (var places in _verbPlaces.Values) places.Sort();
        SettleDefinitions(report);
    }

    private void SettleParents(long id, Fact fact, CheckReport report)
    {
        if (fact.Parents.Distinct().Count() < fact.Parents.Length)
        {
            report.Add($"#{id} has a parent twice", "it has it once then");
            fact.Parents = [.. fact.Parents.Distinct()];
        }
        foreach (var parent in fact.Parents.Where(parent => !Exists(parent)))
            report.Add($"#{id} has the parent #{parent}, which does not exist", "it loses that parent");
        if (!fact.Parents.All(Exists)) fact.Parents = [.. fact.Parents.Where(Exists)];
    }

    private void BreakLoop(long id, CheckReport report)
    {
        var seen = new HashSet<long> { id };
        for (var place = _facts[id].Location; place != -1; place = _facts[place].Location)
        {
            if (seen.Add(place)) continue;
            if (place != id) return; // the loop is above, and found from one of its own
            report.Add($"#{id} is, by way of others, in itself", "it is nowhere then");
            _facts[id].Location = -1;
            return;
        }
    }

    // Depth first, without recursion: a loop is an edge to an object whose own ancestors are being walked.
    private void BreakDescentLoops(CheckReport report)
    {
        var (done, open) = (new HashSet<long>(), new HashSet<long>());
        var path = new Stack<(long Id, int Next)>();
        foreach (var start in _facts.Keys.Order())
        {
            if (!done.Contains(start)) path.Push((start, 0));
            while (path.TryPop(out var at))
            {
                open.Add(at.Id);
                var parents = _facts[at.Id].Parents;
                if (at.Next >= parents.Length)
                {
                    open.Remove(at.Id);
                    done.Add(at.Id);
                    continue;
                }
                var parent = parents[at.Next];
                if (open.Contains(parent))
                {
                    report.Add($"#{at.Id} is, by way of #{parent}, its own ancestor", "it loses that parent");
                    _facts[at.Id].Parents = [.. parents.Where((_, place) => place != at.Next)];
                    path.Push(at);
                    continue;
                }
                path.Push((at.Id, at.Next + 1));
                if (!done.Contains(parent)) path.Push((parent, 0));
            }
        }
    }

    private void SettleDefinitions(CheckReport report)
    {
        foreach (var id in _definitions.Keys.ToList())
        {
            if (!Exists(id)) continue;
            var above = Inherited(id);
            foreach (var (key, name) in _definitions[id].Where(definition => above.Contains(definition.Value)).ToList())
            {
                report.Add($"#{id} defines .{name}, as an ancestor does", "it only has a value of its own then");
                _definitions[id].Remove(key);
            }
        }
        _inherited.Clear();
    }

    /// <summary>The names of all properties that an object's ancestors define.</summary>
    public HashSet<string> Inherited(long id)
    {
        var key = string.Join(' ', _facts[id].Parents);
        if (_inherited.TryGetValue(key, out var names)) return names;
        names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parent in _facts[id].Parents)
        {
            names.UnionWith(Inherited(parent));
            if (_definitions.TryGetValue(parent, out var definitions)) names.UnionWith(definitions.Values);
        }
        return _inherited[key] = names;
    }

    /// <summary>The place, from 1, that a property has among those that an object defines; 0 if it does not define it.</summary>
    public long DefinitionPlace(long id, long place, string name) =>
        _definitions.TryGetValue(id, out var definitions) ? definitions.IndexOfKey((place, name)) + 1 : 0;

    /// <summary>The place, from 1, that a verb has among its object's.</summary>
    public long VerbPlace(long id, long place) => _verbPlaces[id].BinarySearch(place) + 1;
}
