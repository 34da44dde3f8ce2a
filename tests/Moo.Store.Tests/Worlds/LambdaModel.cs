using Moo.Store.Worlds;

namespace Moo.Store.Tests.Worlds;

/// <summary>Properties as LambdaMOO keeps them: every object holds a slot of every property that it has, its own or inherited.</summary>
internal sealed class LambdaModel
{
    public sealed record Slot(long? Value, int Owner, PropertyFlags Flags);

    private sealed class Thing
    {
        public int Parent = -1;
        public int Owner;
        public readonly HashSet<string> Defines = [];
        public readonly Dictionary<string, Slot> Slots = [];
    }

    private readonly Dictionary<int, Thing> _things = [];

    public IEnumerable<int> Objects => _things.Keys.Order();

    public void Create(int id, int parent, int owner)
    {
        _things[id] = new Thing { Owner = owner };
        ChangeParent(id, parent);
    }

    public void ChangeParent(int id, int parent)
    {
        var kept = parent < 0 ? [] : AllNames(parent);
        foreach (var below in SelfAndDescendants(id))
        {
            // Its own definitions, and those made between it and the object that moves, are not touched.
            foreach (var name in AllNames(_things[id].Parent).Except(kept)) _things[below].Slots.Remove(name);
        }
        _things[id].Parent = parent;
        foreach (var name in kept) Inherit(id, name);
    }

    public void Recycle(int id)
    {
        foreach (var child in Children(id)) ChangeParent(child, _things[id].Parent);
        _things.Remove(id);
    }

    public void Define(int id, string name, long value, int owner, PropertyFlags flags)
    {
        _things[id].Defines.Add(name);
        _things[id].Slots[name] = new Slot(value, owner, flags);
        foreach (var child in Children(id)) Inherit(child, name);
    }

    public void Undefine(int id, string name)
    {
        _things[id].Defines.Remove(name);
        foreach (var below in SelfAndDescendants(id)) _things[below].Slots.Remove(name);
    }

    public void Rename(int id, string name, string newName)
    {
        _things[id].Defines.Remove(name);
        _things[id].Defines.Add(newName);
        foreach (var below in SelfAndDescendants(id))
        {
            _things[below].Slots.Remove(name, out var slot);
            _things[below].Slots[newName] = slot!;
        }
    }

    public void Write(int id, string name, long? value) => _things[id].Slots[name] = _things[id].Slots[name] with { Value = value };

    public void SetAccess(int id, string name, int owner, PropertyFlags flags) =>
        _things[id].Slots[name] = _things[id].Slots[name] with { Owner = owner, Flags = flags };

    public void SetOwner(int id, int owner) => _things[id].Owner = owner;

    public Slot? Read(int id, string name)
    {
        if (!_things[id].Slots.TryGetValue(name, out var slot)) return null;
        return slot.Value is not null ? slot : slot with { Value = Read(_things[id].Parent, name)!.Value };
    }

    private void Inherit(int id, string name)
    {
        if (_things[id].Slots.ContainsKey(name)) return;
        var above = _things[_things[id].Parent].Slots[name];
        var owner = (above.Flags & PropertyFlags.ChangeOwner) != 0 ? _things[id].Owner : above.Owner;
        _things[id].Slots[name] = new Slot(null, owner, above.Flags);
        foreach (var child in Children(id)) Inherit(child, name);
    }

    private List<int> Children(int id) => [.. _things.Where(t => t.Value.Parent == id).Select(t => t.Key)];

    private List<int> SelfAndDescendants(int id) => [id, .. Children(id).SelectMany(SelfAndDescendants)];

    private HashSet<string> AllNames(int id) =>
        id < 0 ? [] : [.. _things[id].Defines, .. AllNames(_things[id].Parent)];
}
