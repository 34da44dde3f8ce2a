using Moo.Store.Worlds;

namespace Moo.Store.Journal;

/// <summary>Lets out the effects of a slice. Called on the journal's thread or on the slice's own; must not block nor throw.</summary>
/// <param name="sequence">The commit they belong to, or, for a slice that changed nothing, the commit whose world it read.</param>
/// <param name="effects">The effects, in order; at least one.</param>
public delegate void EffectSink(long sequence, IReadOnlyList<Effect> effects);
