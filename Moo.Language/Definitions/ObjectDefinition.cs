using Moo.Language.Syntax;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Definitions;

/// <summary>An object as a definition file describes it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Place">Where the definition starts, for messages.</param>
internal sealed record ObjectDefinition(ObjectId Id, SourcePlace Place)
{
    public string Name { get; set; } = "";
    public ObjectId Owner { get; set; } = ObjectId.Nothing;
    public ObjectId Location { get; set; } = ObjectId.Nothing;
    public List<ObjectId> Parents { get; } = [];
    public ObjectFlags Flags { get; set; }
    public MooMap Metadata { get; set; } = MooMap.Empty;
    public List<PropertyDefinition> Properties { get; } = [];
    public List<VerbDefinition> Verbs { get; } = [];

    /// <summary>Whether it is a WAIF: of these, the parent is the class.</summary>
    public bool IsWaif { get; init; }

    /// <summary>The attributes that the text names, in capitals; what it does not name has its default.</summary>
    public HashSet<string> Given { get; } = [];

    /// <summary>An object of a world, as a file would describe it.</summary>
    public static ObjectDefinition Of(ObjectState state)
    {
        var definition = new ObjectDefinition(state.Id, default)
        {
            Name = state.Name,
            Owner = state.Owner,
            Location = state.Location,
            IsWaif = state.IsWaif,
            Flags = state.IsWaif ? state.Flags & ~ObjectFlags.Waif : state.Flags,
            Metadata = MetadataOf(state, DefinitionKeys.Self),
        };
        definition.Parents.AddRange(state.Class.Parents);
        for (var i = 0; i < state.Shape.Count; i++)
        {
            var (name, cell) = (state.Shape.Names[i], state.Cells[i]);
            definition.Properties.Add(new PropertyDefinition(name, !state.Class.Defines(name), cell.Access,
                cell.Value.IsClear ? null : cell.Value, MetadataOf(state, Value.Str(name)), default));
        }
        // Something may be noted about a property of which the object has nothing of its own.
        foreach (var (key, _) in state.Metadata)
        {
            if (key != DefinitionKeys.Self && key.TryStr(out var name) && state.Shape.IndexOf(name) < 0)
                definition.Properties.Add(new PropertyDefinition(name, IsOverride: true, null, null, MetadataOf(state, key), default));
        }
        foreach (var verb in state.Class.Verbs) definition.Verbs.Add(new VerbDefinition(verb, default, -1));
        return definition;
    }

    private static MooMap MetadataOf(ObjectState state, Value key) =>
        state.Metadata.TryGet(key, out var value) && value.TryMap(out var map) ? map : MooMap.Empty;
}

/// <summary>A <c>property</c> or <c>override</c> of a definition file.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="IsOverride">Whether it gives an inherited property a value, instead of defining one.</param>
/// <param name="Access">Owner and bits; null for an override that keeps those it inherits.</param>
/// <param name="Value">The value; null for an override that has none of its own.</param>
/// <param name="Metadata">What is noted about it.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">The value as the file writes it, if writing it anew would lose something: a constant's name, an included file, a comment.</param>
internal sealed record PropertyDefinition(
    string Name, bool IsOverride, PropertyAccess? Access, Value? Value, MooMap Metadata, SourcePlace Place, string? Text = null);

/// <summary>A <c>verb</c> or <c>method</c> of a definition file.</summary>
/// <param name="Verb">The verb.</param>
/// <param name="Place">Where its program starts; its header, if the program stands in the metadata.</param>
/// <param name="Indentation">The columns that the file has in front of every line of the program; -1 if the program's lines are none of the file's.</param>
internal sealed record VerbDefinition(Verb Verb, SourcePlace Place, int Indentation)
{
    /// <summary>Where in the file something in the program stands.</summary>
    public SourcePlace PlaceOf(SourceText program, int at)
    {
        if (Indentation < 0) return Place;
        var start = Math.Min(at, program.Text.Length);
        return Place with { Line = Place.Line + program.LineOf(start) - 1, Column = Indentation + program.ColumnOf(start) };
    }
}

/// <summary>A place in a file.</summary>
/// <param name="File">The file, as messages name it.</param>
/// <param name="Line">The 1-based line.</param>
/// <param name="Column">The 1-based column.</param>
public readonly record struct SourcePlace(string File, int Line, int Column)
{
    /// <summary><c>file:line:column</c></summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}

/// <summary>Something wrong with a definition file.</summary>
/// <param name="Place">Where.</param>
/// <param name="Message">What, and what to do.</param>
/// <param name="IsWarning">Whether the file can be used all the same.</param>
public sealed record DefinitionProblem(SourcePlace Place, string Message, bool IsWarning = false)
{
    /// <summary><c>file:line:column: error: message</c></summary>
    public override string ToString() => $"{Place}: {(IsWarning ? "warning" : "error")}: {Message}";
}
