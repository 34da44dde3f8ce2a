using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Definitions;

/// <summary>Puts the objects of definition files together into a world, and finds what does not fit together.</summary>
internal static class DefinitionAssembly
{
    /// <summary>Adds the objects to a builder. Objects may refer to later ones.</summary>
    public static void Assemble(IReadOnlyList<ObjectDefinition> definitions, SnapshotBuilder builder, List<DefinitionProblem> problems)
    {
        var byId = new Dictionary<ObjectId, ObjectDefinition>();
        foreach (var definition in definitions)
        {
            if (definition.Id.Number < 0 && !HiddenIds.IsHidden(definition.Id)) Report(definition.Place, $"{definition.Id} cannot be an object's number");
            else if (!byId.TryAdd(definition.Id, definition)) Report(definition.Place, $"{definition.Id} is described twice; first at {byId[definition.Id].Place}");
        }
        foreach (var definition in byId.Values) CheckParents(definition);
        if (problems.Exists(p => !p.IsWarning)) return;
        foreach (var definition in byId.Values.OrderBy(d => d.Id)) Add(definition);

        void Report(SourcePlace place, string message) => problems.Add(new DefinitionProblem(place, message));

        void CheckParents(ObjectDefinition definition)
        {
            foreach (var parent in definition.Parents.Where(parent => !byId.ContainsKey(parent)))
                Report(definition.Place, $"the parent {parent} of {definition.Id} is described nowhere");
            if (IsOwnAncestor(definition)) Report(definition.Place, $"{definition.Id} is its own ancestor");
            else CheckProperties(definition);
            var own = Defined(definition).Select(n => n.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var (name, by) in Ancestors(definition).Where(a => a != definition).SelectMany(Defined).Where(n => own.Contains(n.Name)))
                Report(definition.Place, $"{definition.Id} and its ancestor {by.Id} both define .{name}");
        }

        void CheckProperties(ObjectDefinition definition)
        {
            var inherited = Ancestors(definition).SelectMany(Defined).Select(n => n.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var property in definition.Properties)
            {
                if (!seen.Add(property.Name)) Report(property.Place, $".{property.Name} is given twice for {definition.Id}");
                else if (property.Value is { } value && References.In(value).FirstOrDefault(id => !byId.ContainsKey(id)) is { Number: < 0 } missing)
                    Report(property.Place, $".{property.Name} refers to the object without a number {HiddenIds.ToIndex(missing)}, which is described nowhere");
                else if (property.IsOverride && !inherited.Contains(property.Name))
                    Report(property.Place, $"no ancestor of {definition.Id} defines .{property.Name}, so there is nothing to override");
            }
        }

        IEnumerable<(string Name, ObjectDefinition By)> Defined(ObjectDefinition definition) =>
            definition.Properties.Where(p => !p.IsOverride).Select(p => (p.Name, definition));

        bool IsOwnAncestor(ObjectDefinition definition) => Ancestors(definition).Contains(definition);

        IEnumerable<ObjectDefinition> Ancestors(ObjectDefinition definition)
        {
            var seen = new HashSet<ObjectId>();
            var open = new Stack<ObjectId>(definition.Parents);
            while (open.TryPop(out var id))
            {
                if (!seen.Add(id) || !byId.TryGetValue(id, out var ancestor)) continue;
                yield return ancestor;
                foreach (var parent in ancestor.Parents) open.Push(parent);
            }
        }

        void Add(ObjectDefinition definition)
        {
            builder.AddObject(definition.Id, definition.Name, definition.Owner, definition.Location,
                definition.IsWaif ? definition.Flags | ObjectFlags.Waif : definition.Flags, [.. definition.Parents]);
            foreach (var property in definition.Properties)
            {
                // Siblings share their shape if the cells bear the name as it was defined.
                var name = property.IsOverride
                    ? Ancestors(definition).SelectMany(Defined).First(n => n.Name.Equals(property.Name, StringComparison.OrdinalIgnoreCase)).Name
                    : property.Name;
                if (!property.IsOverride) builder.AddDefinition(definition.Id, name);
                var value = property.Value ?? (property.IsOverride ? Value.Clear : Value.Int(0));
                if (value.IsClear && property.Access is null && property.Metadata.Count == 0) continue;
                builder.AddCell(definition.Id, name, value, property.Access);
            }
            foreach (var verb in definition.Verbs) builder.AddVerb(definition.Id, verb.Verb);
            AddMetadata(definition);
        }

        void AddMetadata(ObjectDefinition definition)
        {
            var metadata = MooMap.Empty;
            if (definition.Metadata.Count > 0) metadata = metadata.Set(DefinitionKeys.Self, Value.Of(definition.Metadata));
            foreach (var property in definition.Properties.Where(p => p.Metadata.Count > 0))
                metadata = metadata.Set(Value.Str(property.Name), Value.Of(property.Metadata));
            if (metadata.Count > 0) builder.SetMetadata(definition.Id, metadata);
        }
    }
}
