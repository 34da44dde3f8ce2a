using System.Collections.Frozen;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Moo.Language.Builtins;

/// <summary>The help of a builtin function, from its doc comment.</summary>
/// <param name="Summary">What it does.</param>
/// <param name="Remarks">More about it; may be empty.</param>
/// <param name="Examples">Examples: <c>code => value</c>.</param>
/// <param name="Errors">Which errors it raises and when.</param>
internal sealed record BuiltinDoc(string Summary, string Remarks, IReadOnlyList<string> Examples, IReadOnlyList<string> Errors);

/// <summary>Reads the doc comments of the builtin functions: what players see as help, and tests run as examples.</summary>
internal static partial class BuiltinDocs
{
    private static readonly Lazy<FrozenDictionary<string, BuiltinDoc>> ByMember = new(Load);

    /// <summary>The help of a function; null if its doc comment is missing.</summary>
    public static BuiltinDoc? Of(Builtin builtin) =>
        ByMember.Value.GetValueOrDefault($"{builtin.Method.DeclaringType!.FullName}.{builtin.Method.Name}");

    /// <summary>What the functions of a class are about.</summary>
    public static BuiltinDoc? Of(Type topic) => ByMember.Value.GetValueOrDefault(topic.FullName!);

    // The compiler writes the comments into a file beside the assembly.
    private static FrozenDictionary<string, BuiltinDoc> Load()
    {
        var assembly = typeof(BuiltinDocs).Assembly;
        var file = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        if (!File.Exists(file)) return FrozenDictionary<string, BuiltinDoc>.Empty;
        return XDocument.Load(file).Descendants("member")
            .Where(member => member.Attribute("name")!.Value is var name && (name.StartsWith("M:Moo.Language.Builtins.", StringComparison.Ordinal)
                || name.StartsWith("T:Moo.Language.Builtins.", StringComparison.Ordinal)))
            .GroupBy(MemberName).ToFrozenDictionary(group => group.Key, group => Read(group.First()));
    }

    private static string MemberName(XElement member) => member.Attribute("name")!.Value[2..].Split('(')[0];

    private static BuiltinDoc Read(XElement member) => new(
        Text(member.Element("summary")), Text(member.Element("remarks")),
        [.. member.Elements("example").Select(example => example.Value.Trim())], [.. member.Elements("exception").Select(Text)]);

    private static string Text(XElement? element)
    {
        if (element is null) return "";
        var text = string.Concat(element.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "paramref" } reference => reference.Attribute("name")!.Value,
            XElement { Name.LocalName: "see" } reference => reference.Value.Length > 0 ? reference.Value : reference.Attribute("cref")?.Value.Split('.')[^1] ?? "",
            XElement inner => Text(inner),
            XText plain => plain.Value,
            _ => "",
        }));
        return Blanks().Replace(text, " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
