using System.Reflection;
using System.Text.RegularExpressions;
using Moo.Language.Builtins;
using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Builtins;

public sealed partial class BuiltinManualTests
{
    private static readonly string Page = Path.Combine(typeof(BuiltinManualTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(a => a.Key == "RepositoryRoot").Value!, "docs/reference/builtins.md");

    /// <summary><c>UPDATE_SNAPSHOTS=1</c> writes the page anew.</summary>
    [Fact]
    public void The_manuals_page_is_what_the_doc_comments_say()
    {
        var page = BuiltinManual.Page(BuiltinTable.Default);

        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") File.WriteAllText(Page, page);
        Assert.Equal(page, File.Exists(Page) ? File.ReadAllText(Page).ReplaceLineEndings("\n") : "");
    }

    [Fact]
    public void The_page_the_table_and_function_info_name_the_same_functions()
    {
        using var moo = new TestMoo();

        var listed = moo.Run("return function_info();").AsList.Select(entry => entry.AsList[0].AsStr).ToList();
        var described = Heading().Matches(File.ReadAllText(Page)).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(BuiltinTable.Default.Names.Order(StringComparer.Ordinal), listed);
        Assert.Equal(listed, described);
    }

    [Fact]
    public void Every_topic_has_a_title() => Assert.All(
        BuiltinTable.Default.All.Select(builtin => builtin.Method.DeclaringType!).Distinct(), topic => Assert.NotEmpty(BuiltinDocs.Of(topic)?.Summary ?? ""));

    [GeneratedRegex("^### (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
