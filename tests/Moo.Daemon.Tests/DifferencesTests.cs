using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Moo.Daemon.Tests;

/// <summary>docs/reference/differences.md holds every remark in the code that says where this server does otherwise than another one.</summary>
public sealed partial class DifferencesTests
{
    private const string Marker = "<!-- From here on made from the code's own remarks; UPDATE_SNAPSHOTS=1 makes it anew. -->";

    private static readonly string Root = typeof(DifferencesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => metadata.Key == "RepositoryRoot").Value!;

    private static readonly string Page = Path.Combine(Root, "docs", "reference", "differences.md");

    [Fact]
    public void The_page_of_differences_holds_what_the_code_says()
    {
        var page = File.ReadAllText(Page).ReplaceLineEndings("\n");
        var written = page[..(page.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length)] + "\n\n" + FromCode();

        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") File.WriteAllText(Page, written);
        Assert.Equal(written, File.ReadAllText(Page).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_remark_is_found()
    {
        var occurrences = Sources().Sum(file => File.ReadAllText(file).Split("Differs from").Length - 1);

        Assert.True(occurrences > 10);
        Assert.Equal(occurrences, FromCode().Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)));
    }

    private static string FromCode()
    {
        var lines = Sources().SelectMany(Remarks).Order(StringComparer.Ordinal);
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static readonly string[] Rooms = ["Moo.Store", "Moo.Language", "Moo.Protocols", "Moo.Daemon"];

    private static IEnumerable<string> Sources() => Rooms.SelectMany(room => Directory.EnumerateFiles(Path.Combine(Root, room), "*.cs", SearchOption.AllDirectories));

    private static IEnumerable<string> Remarks(string file)
    {
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        foreach (Match found in Remark().Matches(text))
        {
            var behind = text[found.Index..];
            var subject = SubjectOf(text[..found.Index], behind) ?? Path.GetFileNameWithoutExtension(file);
            yield return $"- **{subject.Replace("_", "\\_", StringComparison.Ordinal)}**: {Sentence(behind)}";
        }
    }

    // A remark in documentation is about what that stands before; one in the code about the file's type.
    private static string? SubjectOf(string before, string behind)
    {
        if (!before[(before.LastIndexOf('\n') + 1)..].TrimStart().StartsWith("///", StringComparison.Ordinal)) return null;
        foreach (var line in behind.Split('\n').Skip(1).Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal)))
        {
            if (Subject().Match(line) is not { Success: true } subject) return null;
            return subject.Groups["builtin"].Success ? subject.Groups["builtin"].Value + "()" : subject.Groups["name"].Value;
        }
        return null;
    }

    // From "Differs from" to the end of the sentence, without the marks of comments and documentation.
    private static string Sentence(string behind)
    {
        var text = new StringBuilder();
        foreach (var line in behind.Split('\n'))
        {
            var content = text.Length == 0 ? line : CommentMark().Replace(line, "");
            if (text.Length > 0 && content == line) break;
            text.Append(text.Length > 0 ? " " : "").Append(content.Trim());
            if (content.Contains("</remarks>", StringComparison.Ordinal) || content.Contains("</para>", StringComparison.Ordinal) || content.Contains("</item>", StringComparison.Ordinal)) break;
        }
        var plain = Code().Replace(Reference().Replace(text.ToString(), "`${name}`"), "`$1`");
        plain = Tag().Replace(plain, "").Replace("&lt;", "<", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
        return SentenceEnd().Match(plain) is { Success: true } end ? plain[..(end.Index + 1)] : plain.Trim();
    }

    [GeneratedRegex("Differs from")]
    private static partial Regex Remark();

    [GeneratedRegex(@"\[Builtin\(""(?<builtin>\w+)""\)\]|(?:class|record|struct|const \w+|static \w+) (?<name>\w+)")]
    private static partial Regex Subject();

    [GeneratedRegex(@"^\s*///? ?")]
    private static partial Regex CommentMark();

    [GeneratedRegex(@"<(?:paramref|see) (?:name|cref)=""(?<name>[^""]*)""/>")]
    private static partial Regex Reference();

    [GeneratedRegex(@"<c>(.*?)</c>")]
    private static partial Regex Code();

    [GeneratedRegex(@"</?(?:remarks|para|summary|item|list)[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\.(?= [A-Z]|\s*$)")]
    private static partial Regex SentenceEnd();
}
