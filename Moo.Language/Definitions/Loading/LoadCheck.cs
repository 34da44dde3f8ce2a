using Moo.Language.Execution;
using Moo.Language.Syntax;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Definitions.Loading;

/// <summary>Finds what keeps an object's text from being loaded into a running world, all of it, before anything changes.</summary>
internal sealed class LoadCheck(Runtime runtime, Transaction transaction, ObjectDefinition definition, ObjectDraft? existing, LoadOptions options, bool isAnonymous)
{
    private readonly List<DefinitionProblem> _problems = [];

    /// <summary>What is wrong; nothing if the text can be loaded.</summary>
    public List<DefinitionProblem> Run()
    {
        if (definition.IsWaif) Report(definition.Place, "a WAIF is made by its class, not from a text");
        var header = Header.Wanted(definition, existing, options);
        CheckParents(header.Parents);
        if (_problems.Count > 0) return _problems;
        CheckLocation(header.Location);
        if (isAnonymous && (header.Flags & (ObjectFlags.Player | ObjectFlags.Wizard | ObjectFlags.Programmer)) != 0)
            Report(definition.Place, "an anonymous object can be neither player nor programmer nor wizard");
        CheckProperties(header.Parents);
        foreach (var verb in definition.Verbs) CheckProgram(verb);
        return _problems;
    }

    private void Report(SourcePlace place, string message) => _problems.Add(new DefinitionProblem(place, message));

    private void CheckParents(IReadOnlyList<ObjectId> parents)
    {
        foreach (var parent in parents)
        {
            if (parent.Number < 0 || transaction.Find(parent) is not { } draft) Report(definition.Place, $"there is no object {parent} that could be the parent");
            else if (existing is not null && Structure.IsA(transaction, draft, existing.Id)) Report(definition.Place, $"{parent} cannot be the parent: it descends from {existing.Id}");
        }
        if (_problems.Count > 0) return;
        if (parents.Distinct().Count() < parents.Count) Report(definition.Place, "a parent is named twice");
        else if (Structure.HasClash(transaction, [.. parents])) Report(definition.Place, "two of the parents have a property of one name");
    }

    private void CheckLocation(ObjectId location)
    {
        if (location == ObjectId.Nothing) return;
        if (isAnonymous)
        {
            Report(definition.Place, "an anonymous object is nowhere");
            return;
        }
        if (location.Number < 0 || !transaction.IsValid(location))
        {
            Report(definition.Place, $"there is no object {location} to be in");
            return;
        }
        if (existing is null) return;
        for (var place = location; transaction.Find(place) is { } inside; place = inside.Location)
        {
            if (place != existing.Id) continue;
            Report(definition.Place, $"{existing.Id} cannot be inside itself");
            return;
        }
    }

    private void CheckProperties(IReadOnlyList<ObjectId> parents)
    {
        var inherited = Inherited(parents);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in definition.Properties)
        {
            if (property.Value is { } value && References.In(value).FirstOrDefault(id => !transaction.IsValid(id)) is { Number: < 0 } missing)
                Report(property.Place, $"this world has no object without a number {HiddenIds.ToIndex(missing)} that .{property.Name} could refer to");
            if (!seen.Add(property.Name)) Report(property.Place, $".{property.Name} is given twice");
            else if (BuiltInProperties.Find(property.Name) is not null) Report(property.Place, $".{property.Name} is built in: it is an attribute of the object");
            else if (property.Name.Length > Properties.LongestName) Report(property.Place, $"a property's name has at most {Properties.LongestName} characters");
            else if (property.IsOverride && !inherited.Contains(property.Name)) Report(property.Place, $"no ancestor defines .{property.Name}, so there is nothing to override");
            else if (!property.IsOverride && inherited.Contains(property.Name)) Report(property.Place, $"an ancestor defines .{property.Name} already; 'override' gives it a value");
        }
        if (existing is null) return;
        // With other ancestors, what the object or a descendant defines itself may come from above, too.
        var defined = definition.Properties.Where(p => !p.IsOverride).ToDictionary(p => p.Name, p => p.Place, StringComparer.OrdinalIgnoreCase);
        foreach (var below in Structure.SelfAndDescendants(transaction, existing))
        {
            foreach (var name in below.Class.Definitions.ToArray())
            {
                if (inherited.Contains(name) && !(below == existing && options.Replaces))
                    Report(definition.Place, $"{below.Id} and an ancestor would both define .{name}");
                else if (below != existing && defined.TryGetValue(name, out var place))
                    Report(place, $"{below.Id}, which descends from {existing.Id}, defines .{name} already");
            }
            if (below == existing || below.Class.Parents.Length < 2) continue;
            foreach (var (name, place) in defined)
                if (!existing.Class.Defines(name) && Properties.Find(transaction, below, name) is not null) Report(place, $"{below.Id} has .{name} from another parent");
        }
    }

    private HashSet<string> Inherited(IReadOnlyList<ObjectId> parents)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parent in parents) names.UnionWith(Properties.AllNames(transaction, transaction.Open(parent)));
        return names;
    }

    private void CheckProgram(VerbDefinition verb)
    {
        if (string.IsNullOrWhiteSpace(verb.Verb.Names)) Report(verb.Place, "a verb needs a name");
        // What is compiled here stays with the verb.
        var compiled = Programs.Of(runtime, verb.Verb);
        foreach (var mistake in compiled.Diagnostics.Where(found => !found.IsWarning))
            Report(verb.PlaceOf(new SourceText(verb.Verb.Source), mistake.Span.Start), mistake.Message);
    }
}
