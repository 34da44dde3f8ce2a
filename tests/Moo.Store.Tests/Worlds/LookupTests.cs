using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Tests.Worlds;

public sealed class LookupTests
{
    [Fact]
    public void Cached_lookups_stay_right_under_every_structural_change()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            var world = new World(Snapshot.Empty, new DiscardingLog());
            var transaction = world.Begin();
            var program = new RandomProgram(seed, steps: 150);
            while (!program.IsDone)
            {
                program.Step(transaction);
                LookupCheck.Agree(transaction);
                if (random.Next(6) > 0) continue;

                var isKept = random.Next(3) > 0;
                if (isKept) Assert.Equal(CommitResult.Done, world.Commit(transaction, new CommitCause(1, ObjectId.System, "")));
                transaction.Reset(isKept);
                LookupCheck.Agree(transaction);
                StructureCheck.Holds(world.Current);
            }
        }
    }
}
