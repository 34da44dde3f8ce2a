using System.Globalization;
using System.Text;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Definitions;

/// <summary>Writes objects as definition files, in the one canonical form (docs/reference/core-format.md).</summary>
internal sealed class DefinitionWriter
{
    private const string Step = "  ";

    private readonly StringBuilder _text = new();
    private readonly DefinitionNames _names;

    private DefinitionWriter(DefinitionNames names) => _names = names;

    /// <summary>The text of an object's file.</summary>
    public static string Write(ObjectState state, DefinitionNames names) => Write(ObjectDefinition.Of(state), names);

    /// <summary>The text of an object.</summary>
    public static string Write(ObjectDefinition definition, DefinitionNames names)
    {
        var writer = new DefinitionWriter(names);
        writer.Object(definition);
        return writer._text.ToString();
    }

    private void Object(ObjectDefinition definition)
    {
        Comment(definition.Metadata, DefinitionKeys.Comment, "");
        _text.Append("object ").Append(Reference(definition));
        Metadata(definition.Metadata, "");
        _text.Append('\n');
        Header(definition);
        Properties(definition);
        foreach (var verb in definition.Verbs)
        {
            _text.Append('\n');
            Verb(verb.Verb);
        }
        Comment(definition.Metadata, DefinitionKeys.LastComment, Step);
        _text.Append("endobject\n");
    }

    private string Reference(ObjectDefinition definition) => !HiddenIds.IsHidden(definition.Id) ? _names.Reference(definition.Id)
        : string.Create(CultureInfo.InvariantCulture, $"{(definition.IsWaif ? "waif" : "anonymous")}!({HiddenIds.ToIndex(definition.Id)})");

    private void Header(ObjectDefinition definition)
    {
        Attribute("name", Literal.Of(Value.Str(definition.Name)));
        if (definition.Parents.Count == 1) Attribute("parent", _names.Reference(definition.Parents[0]));
        if (definition.Parents.Count > 1) Attribute("parents", "{" + string.Join(", ", definition.Parents.Select(_names.Reference)) + "}");
        if (definition.Location != ObjectId.Nothing) Attribute("location", _names.Reference(definition.Location));
        if (definition.Owner != ObjectId.Nothing) Attribute("owner", _names.Reference(definition.Owner));
        Flag(definition, ObjectFlags.Player, "player");
        Flag(definition, ObjectFlags.Wizard, "wizard");
        Flag(definition, ObjectFlags.Programmer, "programmer");
        Flag(definition, ObjectFlags.Fertile, "fertile");
        Flag(definition, ObjectFlags.Readable, "readable");
        Flag(definition, ObjectFlags.Writeable, "writeable");
        Flag(definition, ObjectFlags.AnonymousFertile, "anonymous");
    }

    private void Attribute(string name, string value) => _text.Append(Step).Append(name).Append(": ").Append(value).Append('\n');

    private void Flag(ObjectDefinition definition, ObjectFlags flag, string name)
    {
        if ((definition.Flags & flag) != 0) Attribute(name, "true");
    }

    private void Properties(ObjectDefinition definition)
    {
        // An override that overrides nothing says nothing.
        var properties = definition.Properties.Where(property => !property.IsOverride || property.Value is not null || property.Access is not null || property.Metadata.Count > 0)
            .OrderBy(property => property.IsOverride)
            .ThenBy(property => property.Name, StringComparer.OrdinalIgnoreCase).ThenBy(property => property.Name, StringComparer.Ordinal).ToList();
        if (properties.Count > 0) _text.Append('\n');
        foreach (var property in properties) Property(property);
    }

    private void Property(PropertyDefinition property)
    {
        Comment(property.Metadata, DefinitionKeys.Comment, Step);
        _text.Append(Step).Append(property.IsOverride ? "override " : "property ").Append(NameText(property.Name));
        if (property.Access is { } own)
            _text.Append(" (owner: ").Append(_names.Reference(own.Owner)).Append(", flags: \"").Append(FlagText.Of(own.Flags)).Append("\")");
        Metadata(property.Metadata, Step);
        var value = property.Value ?? (property.IsOverride ? null : Value.Int(0));
        if (property.Text is not null) _text.Append(" = ").Append(property.Text);
        else if (value is { } given) _text.Append(" = ").Append(DefinitionText.Of(given, _names, Step, property.Access?.Owner));
        _text.Append(";\n");
    }

    private void Verb(Verb verb)
    {
        var metadata = verb.Metadata;
        Comment(metadata, DefinitionKeys.Comment, Step);
        var isMethod = verb.Arguments == VerbArguments.Method;
        var end = isMethod ? "endmethod" : "endverb";
        var body = BodyText.Indent(verb.Source, Step + Step);
        if (!CanStandAsBody(verb.Source, body, end))
        {
            metadata = metadata.Set(DefinitionKeys.Source, Value.Str(verb.Source));
            body = "";
        }
        _text.Append(Step).Append(isMethod ? "method " : "verb ");
        _text.Append(isMethod ? NameText(verb.Names) : Literal.Of(Value.Str(verb.Names)));
        if (!isMethod)
        {
            var arguments = verb.Arguments;
            _text.Append(" (").Append(FlagText.Of(arguments.Direct)).Append(' ').Append(Prepositions.FirstWord(arguments.Preposition))
                .Append(' ').Append(FlagText.Of(arguments.Indirect)).Append(')');
        }
        _text.Append(" owner: ").Append(_names.Reference(verb.Owner));
        var flags = FlagText.Of(verb.Flags);
        if (!isMethod || flags != "rxd") _text.Append(" flags: \"").Append(flags).Append('"');
        Metadata(metadata, Step);
        _text.Append('\n').Append(body).Append(Step).Append(end).Append('\n');
    }

    // Whether the reader would find the same text again: not a text with a line that looks like the end, an open comment, and so on.
    private static bool CanStandAsBody(string source, string body, string end)
    {
        var isInComment = false;
        foreach (var line in body.Split('\n'))
        {
            if (line.AsSpan().TrimStart().StartsWith(end, StringComparison.OrdinalIgnoreCase)) return false;
            isInComment = BodyText.EndsInComment(line, isInComment);
        }
        return !isInComment && BodyText.Outdent(body) == source;
    }

    // [ key -> value, … ], the stable name first; on one line for members, one entry a line for objects
    private void Metadata(MooMap metadata, string indentation)
    {
        var entries = new List<(Value Key, Value Value)>();
        foreach (var first in new[] { DefinitionKeys.Id, DefinitionKeys.Hierarchy })
            if (metadata.TryGet(first, out var value)) entries.Add((first, value));
        foreach (var (key, value) in metadata)
        {
            if (key != DefinitionKeys.Id && key != DefinitionKeys.Hierarchy && key != DefinitionKeys.Comment && key != DefinitionKeys.LastComment)
                entries.Add((key, value));
        }
        if (entries.Count == 0) return;
        var isObject = indentation.Length == 0;
        _text.Append(isObject ? " [\n" : " [");
        for (var i = 0; i < entries.Count; i++)
        {
            if (isObject) _text.Append(Step);
            else if (i > 0) _text.Append(' ');
            _text.Append(NameText(((MooSymbol)entries[i].Key.Reference!).Name)).Append(" -> ");
            _text.Append(isObject ? DefinitionText.Of(entries[i].Value, _names, Step, null) : DefinitionText.OneLine(entries[i].Value, _names, null));
            if (i + 1 < entries.Count) _text.Append(',');
            if (isObject) _text.Append('\n');
        }
        _text.Append(']');
    }

    private void Comment(MooMap metadata, Value key, string indentation)
    {
        if (!metadata.TryGet(key, out var value) || !value.TryList(out var lines)) return;
        foreach (var line in lines)
        {
            var text = ValueText.Of(line);
            if (text.Length > 0) _text.Append(indentation).Append(text);
            _text.Append('\n');
        }
    }

    private static string NameText(string name) => Literal.IsName(name) ? name : Literal.Of(Value.Str(name));
}
