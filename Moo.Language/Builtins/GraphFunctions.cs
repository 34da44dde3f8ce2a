using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Ways and orders in graphs that are given as lists of edges (mooR).</summary>
internal static class GraphFunctions
{
    /// <summary>
    /// The shortest way along edges from a node to another, both included; <c>{}</c> if there is none.
    /// </summary>
    /// <remarks>
    /// An edge leads one way: <c>{from, to}</c>, <c>{'edge, from, to}</c> or <c>['from -> from, 'to -> to]</c>. Nodes
    /// are what may be a key of a map. Options: <c>'max_steps</c> and <c>'max_nodes</c> bound the search.
    /// </remarks>
    /// <example>graph_shortest_path({{'A, 'B}, {'B, 'C}, {'A, 'C}}, 'A, 'C) => {'A, 'C}</example>
    /// <exception cref="MooError">
    /// E_INVARG for what is no edge and unknown options; E_TYPE for a list or a map as a node; E_MAXREC beyond a limit.
    /// </exception>
    [Builtin("graph_shortest_path")]
    public static Value ShortestPath(MooTask task, MooList edges, Value from, Value to, MooMap? options = null)
    {
        if (Graph.TryRead(task, edges, options, out var graph) is { } wrong) return wrong;
        if (from == to) return Value.List(from);
        var (start, goal) = (graph.NumberOf(from), graph.NumberOf(to));
        if (start < 0 || goal < 0) return Value.List(MooList.Empty);

        if (Spread(task, graph, start, out var reached, out var cameFrom) is { } stopped) return stopped;
        if (!reached.Contains(goal)) return Value.List(MooList.Empty);
        var way = new List<int>();
        for (var node = goal; node != start; node = cameFrom[node]) way.Add(node);
        way.Add(start);
        way.Reverse();
        return AsList(task, graph, way);
    }

    /// <summary>Every node that edges lead to from a node, without it; the nearest first.</summary>
    /// <remarks>Edges and options are those of <c>graph_shortest_path()</c>.</remarks>
    /// <example>graph_reachable({{'A, 'B}, {'A, 'C}, {'B, 'D}}, 'A) => {'B, 'C, 'D}</example>
    /// <exception cref="MooError">As for <c>graph_shortest_path()</c>.</exception>
    [Builtin("graph_reachable")]
    public static Value Reachable(MooTask task, MooList edges, Value from, MooMap? options = null)
    {
        if (Graph.TryRead(task, edges, options, out var graph) is { } wrong) return wrong;
        var start = graph.NumberOf(from);
        if (start < 0) return Value.List(MooList.Empty);
        if (Spread(task, graph, start, out var reached, out _) is { } stopped) return stopped;
        reached.RemoveAt(0);
        return AsList(task, graph, reached);
    }

    // Breadth first: the nodes in the order in which they are reached, and from where.
    private static Value? Spread(MooTask task, Graph graph, int start, out List<int> reached, out int[] cameFrom)
    {
        const int nowhere = -1;
        reached = [start];
        cameFrom = new int[graph.Nodes.Count];
        Array.Fill(cameFrom, nowhere);
        cameFrom[start] = start;
        for (var i = 0; i < reached.Count; i++)
        {
            if (graph.Visit(task) is { } tooMany) return tooMany;
            foreach (var next in graph.Successors(reached[i]))
            {
                if (graph.Step(task) is { } stopped) return stopped;
                if (cameFrom[next] != nowhere) continue;
                cameFrom[next] = reached[i];
                reached.Add(next);
            }
        }
        return null;
    }

    /// <summary>The nodes of a graph in an order in which every edge leads forward.</summary>
    /// <remarks>
    /// Edges and options are those of <c>graph_shortest_path()</c>. Where the edges leave a choice, the node they name
    /// first goes first.
    /// </remarks>
    /// <example>graph_topsort({{'cook, 'eat}, {'shop, 'cook}}) => {'shop, 'cook, 'eat}</example>
    /// <exception cref="MooError">
    /// E_INVARG if some edges form a circle; else as for <c>graph_shortest_path()</c>.
    /// </exception>
    [Builtin("graph_topsort")]
    public static Value TopSort(MooTask task, MooList edges, MooMap? options = null)
    {
        if (Graph.TryRead(task, edges, options, out var graph) is { } wrong) return wrong;
        var waitsFor = new int[graph.Nodes.Count];
        for (var node = 0; node < waitsFor.Length; node++)
            foreach (var next in graph.Successors(node)) waitsFor[next]++;
        var sorted = new List<int>();
        for (var node = 0; node < waitsFor.Length; node++)
            if (waitsFor[node] == 0) sorted.Add(node);
        for (var i = 0; i < sorted.Count; i++)
        {
            if (graph.Visit(task) is { } tooMany) return tooMany;
            foreach (var next in graph.Successors(sorted[i]))
            {
                if (graph.Step(task) is { } stopped) return stopped;
                if (--waitsFor[next] == 0) sorted.Add(next);
            }
        }
        if (sorted.Count == waitsFor.Length) return AsList(task, graph, sorted);
        var inCircle = graph.Nodes[Array.FindIndex(waitsFor, left => left > 0)];
        return task.RaiseHere(ErrorCode.E_INVARG, "the edges form a circle through {0}", inCircle);
    }

    private static Value AsList(MooTask task, Graph graph, List<int> nodes)
    {
        var items = nodes.Select(node => graph.Nodes[node]).ToArray();
        return Quota.Check(task, Value.List(MooList.FromOwned(items, items.Length)));
    }
}
