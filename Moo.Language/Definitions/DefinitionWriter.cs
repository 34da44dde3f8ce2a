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
    public static string Write(ObjectState state, DefinitionNames names)
    {
        var writer = new DefinitionWriter(names);
        writer.Object(state);
        return writer._text.ToString();
    }

    private void Object(ObjectState state)
    {
        var metadata = MetadataOf(state, DefinitionKeys.Self);
        Comment(metadata, DefinitionKeys.Comment, "");
        _text.Append("object ").Append(_names.Reference(state.Id));
        Metadata(metadata, "");
        _text.Append('\n');
        Header(state);
        Properties(state);
        foreach (var verb in state.Class.Verbs)
        {
            _text.Append('\n');
            Verb(verb);
        }
        Comment(metadata, DefinitionKeys.LastComment, Step);
        _text.Append("endobject\n");
    }

    private void Header(ObjectState state)
    {
        Attribute("name", Literal.Of(Value.Str(state.Name)));
        if (state.Class.Parents.Length == 1) Attribute("parent", _names.Reference(state.Class.Parents[0]));
        if (state.Class.Parents.Length > 1)
            Attribute("parents", "{" + string.Join(", ", state.Class.Parents.ToArray().Select(_names.Reference)) + "}");
        if (state.Location != ObjectId.Nothing) Attribute("location", _names.Reference(state.Location));
        if (state.Owner != ObjectId.Nothing) Attribute("owner", _names.Reference(state.Owner));
        Flag(state, ObjectFlags.Player, "player");
        Flag(state, ObjectFlags.Wizard, "wizard");
        Flag(state, ObjectFlags.Programmer, "programmer");
        Flag(state, ObjectFlags.Fertile, "fertile");
        Flag(state, ObjectFlags.Readable, "readable");
        Flag(state, ObjectFlags.Writeable, "writeable");
        Flag(state, ObjectFlags.AnonymousFertile, "anonymous");
    }

    private void Attribute(string name, string value) => _text.Append(Step).Append(name).Append(": ").Append(value).Append('\n');

    private void Flag(ObjectState state, ObjectFlags flag, string name)
    {
        if (state.Has(flag)) Attribute(name, "true");
    }

    private void Properties(ObjectState state)
    {
        var cells = state.Shape.Names.ToArray().Select((name, i) => (Name: name, Cell: state.Cells[i]))
            .OrderBy(p => state.Class.Defines(p.Name) ? 0 : 1)
            .ThenBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Name, StringComparer.Ordinal).ToList();
        if (cells.Count > 0) _text.Append('\n');
        foreach (var (name, cell) in cells)
        {
            var metadata = MetadataOf(state, Value.Str(name));
            Comment(metadata, DefinitionKeys.Comment, Step);
            _text.Append(Step).Append(state.Class.Defines(name) ? "property " : "override ").Append(NameText(name));
            if (cell.Access is { } own)
                _text.Append(" (owner: ").Append(_names.Reference(own.Owner)).Append(", flags: \"").Append(FlagText.Of(own.Flags)).Append("\")");
            Metadata(metadata, Step);
            if (!cell.Value.IsClear) _text.Append(" = ").Append(DefinitionText.Of(cell.Value, _names, Step, cell.Access?.Owner));
            _text.Append(";\n");
        }
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

    private static MooMap MetadataOf(ObjectState state, Value key) =>
        state.Metadata.TryGet(key, out var value) && value.TryMap(out var map) ? map : MooMap.Empty;

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
