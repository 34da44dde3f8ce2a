using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Journal.Rows;

/// <summary>A row of the table <c>verb</c>.</summary>
/// <param name="Object">The object that defines it.</param>
/// <param name="Place">Its 1-based place among the object's verbs.</param>
/// <param name="Verb">The verb.</param>
internal readonly record struct VerbRow(ObjectId Object, int Place, Verb Verb);

/// <summary>The object has no verbs behind this place any more.</summary>
internal readonly record struct RemovedVerbs(ObjectId Object, int LastPlace);

/// <summary>A row of the table <c>verb_history</c>.</summary>
/// <param name="Object">The object that defines the verb.</param>
/// <param name="Place">Its 1-based place; of a removed verb, the place it had.</param>
/// <param name="Names">Its names.</param>
/// <param name="Source">Its source; null if it was removed.</param>
/// <param name="Commit">When and by whom.</param>
internal readonly record struct VerbVersion(ObjectId Object, int Place, string Names, string? Source, QueuedCommit Commit);
