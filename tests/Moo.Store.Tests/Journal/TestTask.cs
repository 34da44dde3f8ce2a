using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Tests.Journal;

/// <summary>A sleeping task that is nothing but its text.</summary>
internal sealed class TestTask(long id, ObjectId owner, double? wakeAt, string json) : StoredTask(id, owner, wakeAt)
{
    public override string ToJson() => json;
}
