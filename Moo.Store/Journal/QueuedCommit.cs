using Moo.Store.Worlds;

namespace Moo.Store.Journal;

/// <summary>A commit on its way to the database.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Time">When it was made.</param>
internal sealed record QueuedCommit(Commit Commit, DateTimeOffset Time);
