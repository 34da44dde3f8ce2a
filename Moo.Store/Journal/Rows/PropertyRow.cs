using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Journal.Rows;

/// <summary>A row of the table <c>property</c>.</summary>
/// <param name="Object">The object that holds the cell.</param>
/// <param name="Name">The property's name, as it was defined.</param>
/// <param name="Place">Its 1-based place among the properties that the object defines; 0 if an ancestor defines it.</param>
/// <param name="Cell">Value, owner and bits.</param>
internal readonly record struct PropertyRow(ObjectId Object, string Name, int Place, PropertyCell Cell);

/// <summary>A cell that is no more.</summary>
internal readonly record struct RemovedProperty(ObjectId Object, string Name);
