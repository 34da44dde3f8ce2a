using Moo.Store.Values;

namespace Moo.Store.Worlds;

/// <summary>What one object holds of one property.</summary>
/// <param name="Value">The value; <see cref="Value.Clear"/> takes the parent's.</param>
/// <param name="Access">Owner and bits; null where they follow from the parent's (see <see cref="Lineage"/>).</param>
public readonly record struct PropertyCell(Value Value, PropertyAccess? Access);
