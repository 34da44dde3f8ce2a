using System.Globalization;
using System.Text;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Tests.Journal;

/// <summary>Everything that a database must keep of a world, as text: equal texts are equal worlds.</summary>
internal static class WorldText
{
    public static string Of(Snapshot snapshot) => Of(snapshot, ids => ids);

    /// <summary>The same without the order in which things arrived in their places and became children.</summary>
    public static string OfSets(Snapshot snapshot) => Of(snapshot, ids => ids.Order());

    private static string Of(Snapshot snapshot, Func<IEnumerable<ObjectId>, IEnumerable<ObjectId>> order)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"sequence {snapshot.Sequence} max {snapshot.MaxObject} hidden {snapshot.MaxHidden} ");
        text.AppendLine("players " + Join(snapshot.Players));
        foreach (var state in snapshot.All().Concat(snapshot.AllHidden()))
        {
            text.Append(CultureInfo.InvariantCulture, $"{state.Id} {Literal.Of(Value.Str(state.Name))} owner {state.Owner} in {state.Location} ");
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{state.Flags & ~ObjectFlags.HasHiddenChildren} parents {Join(state.Class.Parents.ToArray())} contents {Join(order(state.Contents))} children {Join(order(state.Children))}");
            text.AppendLine("  noted " + Value.Of(state.Metadata));
            text.AppendLine("  defines " + string.Join(' ', state.Class.Definitions.ToArray()));
            foreach (var name in state.Shape.Names.ToArray().Order(StringComparer.Ordinal))
            {
                var cell = state.Cells[state.Shape.IndexOf(name)];
                text.AppendLine(CultureInfo.InvariantCulture, $"  .{name} {ValueJson.ToText(cell.Value)} {cell.Access}");
            }
            foreach (var verb in state.Class.Verbs) text.AppendLine(CultureInfo.InvariantCulture, $"  :{verb}");
        }
        return text.ToString();
    }

    private static string Join(IEnumerable<ObjectId> ids) => string.Join(' ', ids);
}
