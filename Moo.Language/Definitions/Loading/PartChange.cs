using Moo.Store.Values;

namespace Moo.Language.Definitions.Loading;

/// <summary>One part of an object that a text describes differently.</summary>
/// <param name="Part">The part's name alone.</param>
/// <param name="Entity">The part as programs name it: a symbol, or <c>{'property_value, 'name}</c>, <c>{'verb_program, {'look, 'l}}</c>.</param>
/// <param name="IsConflict">Whether something that the object has is changed or goes; else something is added.</param>
/// <param name="Old">What it is; 0 for nothing.</param>
/// <param name="New">What the text wants; 0 for nothing.</param>
/// <param name="Apply">Does it.</param>
internal sealed record PartChange(string Part, Value Entity, bool IsConflict, Value Old, Value New, Action Apply)
{
    /// <summary>The entity of a part that there is once, or of a property.</summary>
    public static Value EntityOf(string part, string? name = null) =>
        name is null ? DefinitionKeys.Symbol(part) : Value.List(DefinitionKeys.Symbol(part), DefinitionKeys.Symbol(name));

    /// <summary>The entity of a part of a verb.</summary>
    public static Value EntityOfVerb(string part, string names) => Value.List(DefinitionKeys.Symbol(part),
        Value.List(MooList.Of([.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(DefinitionKeys.Symbol)])));

    /// <summary>Whether a value names a part: symbols and strings are the same, case does not matter.</summary>
    public static bool IsNamed(Value entity, Value given)
    {
        if (entity.TryList(out var parts))
            return given.TryList(out var others) && parts.Count == others.Count && parts.Zip(others).All(pair => IsNamed(pair.First, pair.Second));
        return Execution.ValueProperties.TryName(entity, out var name) && Execution.ValueProperties.TryName(given, out var other)
            && MooText.EqualsIgnoringCase(name, other);
    }
}
