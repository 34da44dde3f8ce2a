using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Tests.Worlds;

public sealed class InheritanceTests
{
    private static readonly string[] Names = ["p", "q", "r"];
    private static readonly CommitCause Cause = new(1, ObjectId.System, "");

    [Fact]
    public void Properties_behave_as_if_every_object_held_them_all_like_in_LambdaMOO()
    {
        for (var seed = 1; seed <= 150; seed++)
        {
            var random = new Random(seed);
            var world = new World(Snapshot.Empty, new DiscardingLog());
            var model = new LambdaModel();
            var transaction = world.Begin();
            var history = new List<string>();
            for (var step = 0; step < 80; step++)
            {
                history.Add(Step(random, transaction, model));
                Compare(transaction, model, seed, history);
                if (random.Next(5) > 0) continue;

                Assert.Equal(CommitResult.Done, world.Commit(transaction, Cause));
                transaction.Reset(wasCommitted: true);
                Compare(transaction, model, seed, history);
            }
        }
    }

    private static void Compare(Transaction t, LambdaModel model, int seed, List<string> history)
    {
        foreach (var id in model.Objects)
        {
            foreach (var name in Names)
            {
                var expected = model.Read(id, name);
                LambdaModel.Slot? found = null;
                var draft = t.Find(new ObjectId(id))!;
                if (Properties.Find(t, draft, name) is { } place)
                {
                    var access = Properties.Access(t, draft, place);
                    found = new LambdaModel.Slot(Properties.Read(t, draft, place).AsInt, (int)access.Owner.Number, access.Flags);
                }
                if (expected != found)
                    Assert.Fail($"seed {seed}: #{id}.{name} is {found}, should be {expected}, after\n{string.Join('\n', history)}");
            }
        }
    }

    private static string Step(Random random, Transaction t, LambdaModel model)
    {
        var (id, other, name) = (random.Next(7), random.Next(7), Names[random.Next(Names.Length)]);
        var (access, value) = (new PropertyAccess(new ObjectId(random.Next(7)), (PropertyFlags)random.Next(8)), random.Next(1000));
        if (t.Find(new ObjectId(id)) is not { } draft)
        {
            var parent = t.IsValid(new ObjectId(other)) ? other : -1;
            ObjectId[] parents = parent < 0 ? [] : [new ObjectId(parent)];
            Structure.CreateAt(t, new ObjectId(id), parents, access.Owner);
            model.Create(id, parent, (int)access.Owner.Number);
            return $"create #{id} child of #{parent} owned by {access.Owner}";
        }
        switch (random.Next(10))
        {
            case 0:
                Structure.Recycle(t, draft);
                model.Recycle(id);
                return $"recycle #{id}";
            case 1 or 2:
                if (t.Find(new ObjectId(other)) is { } parent && Structure.IsA(t, parent, draft.Id)) return "nothing";
                ObjectId[] parents = t.IsValid(new ObjectId(other)) ? [new ObjectId(other)] : [];
                if (Structure.ChangeParents(t, draft, parents) is null) model.ChangeParent(id, parents.Length == 0 ? -1 : other);
                return $"chparent #{id} to #{other}";
            case 3 or 4:
                if (Properties.Define(t, draft, name, Value.Int(value), access) is null)
                    model.Define(id, name, value, (int)access.Owner.Number, access.Flags);
                return $"define #{id}.{name} {access}";
            case 5:
                if (Properties.Undefine(t, draft, name) is null) model.Undefine(id, name);
                return $"undefine #{id}.{name}";
            case 6:
                var newName = Names[random.Next(Names.Length)];
                if (Properties.Rename(t, draft, name, newName) is null) model.Rename(id, name, newName);
                return $"rename #{id}.{name} to {newName}";
            case 7:
                Structure.SetOwner(t, draft, access.Owner);
                model.SetOwner(id, (int)access.Owner.Number);
                return $"#{id}.owner = {access.Owner}";
            case 8:
                if (Properties.Find(t, draft, name) is not { } set) return "nothing";
                Properties.SetAccess(t, draft, set, name, access);
                model.SetAccess(id, name, (int)access.Owner.Number, access.Flags);
                return $"set access of #{id}.{name} to {access}";
            default:
                if (Properties.Find(t, draft, name) is not { } place) return "nothing";
                var clears = place.Inherited is not null && value % 3 == 0;
                Properties.Write(t, draft, place, name, clears ? Value.Clear : Value.Int(value));
                model.Write(id, name, clears ? null : value);
                return $"#{id}.{name} = {(clears ? "clear" : value)}";
        }
    }
}
