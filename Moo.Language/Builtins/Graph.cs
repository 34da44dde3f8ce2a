using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>
/// A directed graph, read from a list of edges. Its nodes are numbered in the order in which the edges name them.
/// </summary>
internal sealed class Graph
{
    private const int StepsPerTick = 16;

    private static readonly Value From = Value.Of(new MooSymbol("from"));
    private static readonly Value To = Value.Of(new MooSymbol("to"));
    private static readonly Value Edge = Value.Of(new MooSymbol("edge"));

    private readonly Dictionary<Value, int> _numbers = new(new KeyComparer());
    private readonly List<List<int>> _successors = [];
    private int _maxSteps = int.MaxValue;
    private int _maxNodes = int.MaxValue;
    private int _steps;
    private int _visited;

    /// <summary>The nodes by number.</summary>
    public List<Value> Nodes { get; } = [];

    /// <summary>Reads edges and options, or says what to return instead.</summary>
    public static Value? TryRead(MooTask task, MooList edges, MooMap? options, out Graph graph)
    {
        graph = new Graph();
        if (NamedOptions.Check(task, options, "max_steps", "max_nodes") is { } unknown) return unknown;
        if (NamedOptions.ReadPositive(task, options, "max_steps", ref graph._maxSteps) is { } wrongSteps) return wrongSteps;
        if (NamedOptions.ReadPositive(task, options, "max_nodes", ref graph._maxNodes) is { } wrongNodes) return wrongNodes;
        foreach (ref readonly var edge in edges.AsSpan())
        {
            if (!TryEnds(edge, out var from, out var to))
            {
                return task.RaiseHere(ErrorCode.E_INVARG,
                    "an edge is {{from, to}}, {{'edge, from, to}}, or ['from -> from, 'to -> to], not {0}", edge);
            }
            if (!MooMap.IsKey(from) || !MooMap.IsKey(to))
            {
                return task.RaiseHere(ErrorCode.E_TYPE, "{0} cannot be a node",
                    Value.Str(Kinds.Describe(MooMap.IsKey(from) ? to : from)));
            }
            if (graph.Step(task) is { } stopped) return stopped;
            graph._successors[graph.Add(from)].Add(graph.Add(to));
        }
        return null;
    }

    private static bool TryEnds(Value edge, out Value from, out Value to)
    {
        from = to = default;
        if (edge.TryMap(out var map)) return map.TryGet(From, out from) && map.TryGet(To, out to);
        if (!edge.TryList(out var list) || list.Count is < 2 or > 3 || list.Count == 3 && list[0] != Edge) return false;
        (from, to) = (list[^2], list[^1]);
        return true;
    }

    private int Add(Value node)
    {
        if (_numbers.TryGetValue(node, out var number)) return number;
        _numbers.Add(node, Nodes.Count);
        Nodes.Add(node);
        _successors.Add([]);
        return Nodes.Count - 1;
    }

    /// <summary>The number of a node; -1 if no edge names it.</summary>
    public int NumberOf(Value node) => MooMap.IsKey(node) ? _numbers.GetValueOrDefault(node, -1) : -1;

    /// <summary>Where the edges from a node lead, in the order in which they were given.</summary>
    public IReadOnlyList<int> Successors(int node) => _successors[node];

    /// <summary>Counts an edge looked at, and charges for it. What to return if that was one too many.</summary>
    public Value? Step(MooTask task)
    {
        if (++_steps > _maxSteps) return task.RaiseHere(ErrorCode.E_MAXREC, "the search may take {0} steps", Value.Int(_maxSteps));
        return _steps % StepsPerTick != 0 || task.Spend(1) ? null : Value.Failure;
    }

    /// <summary>Counts a node reached. What to return if that was one too many.</summary>
    public Value? Visit(MooTask task) => ++_visited <= _maxNodes ? null
        : task.RaiseHere(ErrorCode.E_MAXREC, "the search may reach {0} nodes", Value.Int(_maxNodes));

    /// <summary>
    /// Compares nodes as keys of maps. Nobody can choose numbers that all fall into one bucket: the factor is drawn at
    /// start.
    /// </summary>
    private sealed class KeyComparer : IEqualityComparer<Value>
    {
        private static readonly ulong Factor = (ulong)Random.Shared.NextInt64() << 1 | 1;

        public bool Equals(Value x, Value y) => x.Kind == y.Kind && x == y;

        public int GetHashCode(Value key) => key.Kind switch
        {
            ValueKind.Int or ValueKind.Obj => Hash(key.Bits),
            ValueKind.Float => Hash(BitConverter.DoubleToInt64Bits(key.AsFloat + 0.0)), // there are two zeros, and they are equal
            _ => ValueComparison.Hash(key),
        };

        private static int Hash(long bits) => (int)((ulong)bits * Factor >> 32);
    }
}
