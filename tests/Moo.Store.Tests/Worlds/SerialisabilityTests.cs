using Moo.Store.Tests.Journal;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Tests.Worlds;

public sealed class SerialisabilityTests
{
    private static readonly CommitCause Cause = new(1, ObjectId.System, "#0:test");

    [Fact]
    public void Whatever_slices_interleave_the_outcome_is_that_of_running_them_one_after_the_other()
    {
        var conflicts = 0;
        for (var seed = 1; seed <= 100; seed++) conflicts += Interleave(seed, programs: 60, atOnce: 4);

        Assert.InRange(conflicts, 100, int.MaxValue); // else the programs never met, and this proved nothing
    }

    private static int Interleave(int seed, int programs, int atOnce)
    {
        var random = new Random(seed);
        var world = new World(Snapshot.Empty, new DiscardingLog());
        var reference = new World(Snapshot.Empty, new DiscardingLog());
        var running = new List<(RandomProgram Program, Transaction Transaction, int Seed, int Steps)>();
        var (started, conflicts) = (0, 0);
        while (started < programs || running.Count > 0)
        {
            while (running.Count < atOnce && started < programs)
            {
                var steps = 1 + random.Next(8);
                running.Add((new RandomProgram(seed * 1000 + started, steps), world.Begin(), seed * 1000 + started, steps));
                started++;
            }
            var next = random.Next(running.Count);
            var (program, transaction, programSeed, programSteps) = running[next];
            if (!program.IsDone)
            {
                program.Step(transaction);
                continue;
            }
            if (world.Commit(transaction, Cause) == CommitResult.Conflict)
            {
                conflicts++;
                transaction.Reset(wasCommitted: false);
                program.Restart();
                continue;
            }
            running.RemoveAt(next);
            if (!transaction.HasChanges) continue; // it saw one world of the past, and stands there in the order

            var alone = reference.Begin();
            new RandomProgram(programSeed, programSteps).Run(alone);
            Assert.Equal(CommitResult.Done, reference.Commit(alone, Cause));
            Assert.Equal(WorldText.OfSets(reference.Current), WorldText.OfSets(world.Current));
            LookupCheck.Agree(world.Begin());
            StructureCheck.Holds(world.Current);
        }
        return conflicts;
    }
}
