using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Tests.Worlds;

/// <summary>What must be true of every world: each relation that is kept on both sides says the same on both.</summary>
internal static class StructureCheck
{
    public static void Holds(Snapshot snapshot)
    {
        var all = snapshot.All().ToList();
        foreach (var state in all)
        {
            Assert.Equal(all.Where(s => s.Location == state.Id).Select(s => s.Id), state.Contents.Order());
            Assert.Equal(all.Where(s => s.Class.Parents.Contains(state.Id)).Select(s => s.Id), state.Children.Order());
            Assert.True(state.Location == ObjectId.Nothing || snapshot.Find(state.Location) is not null);
            foreach (var parent in state.Class.Parents) Assert.NotNull(snapshot.Find(parent));
            foreach (var name in state.Class.Definitions) Assert.True(state.Shape.IndexOf(name) >= 0, $"{state.Id} defines {name} without a cell");
            foreach (var name in state.Shape.Names) Assert.True(Line(snapshot, state).Any(s => s.Class.Defines(name)), $"{state.Id} has a cell of {name}");
            Assert.Equal(state.Shape.Count, state.Shape.Names.ToArray().Distinct(StringComparer.OrdinalIgnoreCase).Count());
        }
        Assert.Equal(all.Where(s => s.Has(ObjectFlags.Player)).Select(s => s.Id), snapshot.Players);
    }

    private static IEnumerable<ObjectState> Line(Snapshot snapshot, ObjectState state) =>
        state.Class.Parents.ToArray().SelectMany(p => Line(snapshot, snapshot.Find(p)!)).Prepend(state);
}
