using Moo.Store.Worlds;

namespace Moo.Store.Tests.Worlds;

/// <summary>Keeps what the world reports, and lets nothing out.</summary>
internal sealed class DiscardingLog : ICommitLog
{
    public List<Commit> Commits { get; } = [];

    public List<(long Sequence, IReadOnlyList<Effect> Effects)> Released { get; } = [];

    public void Append(Commit commit) => Commits.Add(commit);

    public void Release(long sequence, IReadOnlyList<Effect> effects) => Released.Add((sequence, effects));
}
