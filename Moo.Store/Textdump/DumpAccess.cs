using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Textdump;

/// <summary>Finds out which owners and bits of properties follow from the ancestors', so that they need not be kept.</summary>
internal sealed class DumpAccess(DumpLayouts layouts)
{
    private readonly Dictionary<ObjectId, Dictionary<string, PropertyAccess>> _explicit = [];
    private readonly Dictionary<PropertyAccess, PropertyAccess> _shared = [];

    /// <summary>What an object must keep of a property's owner and bits; null if it follows. Parents must have been asked before children.</summary>
    public PropertyAccess? Find(DumpedObject read, string name, PropertyAccess access, bool isOwn)
    {
        if (!isOwn && Follows(read, name) is { } inherited && inherited == access) return null;
        if (!_shared.TryGetValue(access, out var shared)) _shared[access] = shared = access;
        if (!_explicit.TryGetValue(read.Id, out var own)) _explicit[read.Id] = own = new Dictionary<string, PropertyAccess>(StringComparer.OrdinalIgnoreCase);
        own[name] = shared;
        return shared;
    }

    private PropertyAccess? Follows(DumpedObject read, string name)
    {
        foreach (var ancestor in layouts.Ancestors(read))
        {
            if (!_explicit.TryGetValue(ancestor.Id, out var own) || !own.TryGetValue(name, out var access)) continue;
            return (access.Flags & PropertyFlags.ChangeOwner) == 0 || access.Owner == read.Owner ? access : access with { Owner = read.Owner };
        }
        return null;
    }
}
