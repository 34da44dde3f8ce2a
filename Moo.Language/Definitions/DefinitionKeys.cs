using Moo.Store.Values;

namespace Moo.Language.Definitions;

/// <summary>The keys under which definition files keep what belongs to them in the metadata of objects, properties and verbs.</summary>
internal static class DefinitionKeys
{
    /// <summary>The object's stable name.</summary>
    public static readonly Value Id = Symbol("import_export_id");

    /// <summary>The folders of its file.</summary>
    public static readonly Value Hierarchy = Symbol("import_export_hierarchy");

    /// <summary>The comment lines above a member. Written as comments, not as metadata.</summary>
    public static readonly Value Comment = Symbol("objdef_comment");

    /// <summary>The comment lines above <c>endobject</c>.</summary>
    public static readonly Value LastComment = Symbol("objdef_last_comment");

    /// <summary>A verb's program, where it could not stand as it is between the verb's header and its end.</summary>
    public static readonly Value Source = Symbol("objdef_source");

    /// <summary>The object's own metadata among that of its properties (see <c>ObjectState.Metadata</c>).</summary>
    public static readonly Value Self = Value.EmptyString;

    public static Value Symbol(string name) => Value.Of(new MooSymbol(name));
}
