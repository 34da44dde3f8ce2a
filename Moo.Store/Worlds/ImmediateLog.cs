namespace Moo.Store.Worlds;

/// <summary>A log that keeps nothing and lets effects out at once: for tools and tests, whose worlds live only in memory.</summary>
/// <param name="deliver">Takes the effects of each commit, in order; called by one thread at a time.</param>
public sealed class ImmediateLog(Action<IReadOnlyList<Effect>> deliver) : ICommitLog
{
    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public void Append(Commit commit) => Release(commit.Sequence, commit.Effects);

    /// <inheritdoc/>
    public void Release(long sequence, IReadOnlyList<Effect> effects)
    {
        if (effects.Count == 0) return;
        lock (_lock) deliver(effects);
    }
}
