using Moo.Store.Values;

namespace Moo.Store.Worlds;

/// <summary>Who owns a property on one object, and what others may do with it.</summary>
/// <param name="Owner">The owner.</param>
/// <param name="Flags">The permission bits.</param>
public sealed record PropertyAccess(ObjectId Owner, PropertyFlags Flags);
