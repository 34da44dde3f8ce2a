namespace Moo.Store.Worlds;

/// <summary>Takes commits in their order and lets out their effects when they are durable.</summary>
public interface ICommitLog
{
    /// <summary>Takes the next commit. Called under the world's commit lock: must only queue.</summary>
    void Append(Commit commit);

    /// <summary>Lets out the effects of a slice that changed nothing, as soon as the world it read is durable.</summary>
    void Release(long sequence, IReadOnlyList<Effect> effects);
}
