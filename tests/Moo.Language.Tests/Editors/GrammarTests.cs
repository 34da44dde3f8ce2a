using System.Reflection;
using System.Text;
using System.Text.Json;
using Moo.Language.Execution;
using Moo.Language.Syntax;
using Moo.Testing;

namespace Moo.Language.Tests.Editors;

/// <summary>The colours of <c>clients/vscode</c>: compared with the language's own words, and with a snapshot.</summary>
public sealed class GrammarTests
{
    private static readonly string Folder = Path.Combine(typeof(GrammarTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(a => a.Key == "RepositoryRoot").Value!, "clients", "vscode");

    private static readonly Grammar Grammar = new(File.ReadAllText(Path.Combine(Folder, "syntaxes", "moo.tmLanguage.json")));

    [Fact]
    public void The_sample_has_its_colours()
    {
        var text = new StringBuilder();
        foreach (var (line, tokens) in Grammar.Tokenize(File.ReadAllText(Path.Combine(Folder, "sample.moo")).ReplaceLineEndings("\n")))
        {
            text.Append(line).Append('\n');
            foreach (var (token, scope) in tokens.Where(token => token.Text.Trim().Length > 0)) text.Append("    ").Append(token).Append("  ").Append(scope).Append('\n');
        }

        Snapshot.Match(text.ToString());
    }

    [Fact]
    public void Every_rule_that_is_included_exists()
    {
        Assert.All(Grammar.Includes, include => Assert.True(include.Exists, include.Name));
    }

    private static string? ScopeOf(string line, string token) =>
        Grammar.Tokenize(line).Single().Tokens.Where(found => found.Text == token).Select(found => found.Scope).FirstOrDefault();

    [Fact]
    public void Every_reserved_word_is_coloured_as_one()
    {
        Assert.All(Lexer.ReservedWords, word => Assert.NotEqual("variable.other.moo", ScopeOf($"x {word} y", word)));
    }

    [Fact]
    public void Every_predefined_variable_is_coloured_as_one()
    {
        Assert.All(Enum.GetNames<BuiltInVariable>(), name =>
        {
            var word = BuiltInVariables.TryConstant(name, out _) ? name.ToUpperInvariant() : name.ToLowerInvariant();
            Assert.NotEqual("variable.other.moo", ScopeOf($"x = {word};", word));
        });
    }

    [Theory]
    [InlineData("x.if = 1;", "if", "variable.other.property.moo")]
    [InlineData("endpoint = 1;", "endpoint", "variable.other.moo")]
    [InlineData("let = 1;", "let", "variable.other.moo")]
    [InlineData("let x = 1;", "let", "storage.type.moo")]
    [InlineData("end = 1;", "end", "variable.other.moo")]
    [InlineData("object = 1;", "object", "variable.other.moo")]
    [InlineData("verb = 1;", "verb", "variable.language.moo")]
    [InlineData("x:verb(1);", "verb", "entity.name.function.call.moo")]
    [InlineData("\"/* no comment\"; x;", "x", "variable.other.moo")]
    [InlineData("a = 1..5;", "1", "constant.numeric.integer.moo")]
    [InlineData("a = `x ! ANY => 'none'; b", "'none", "constant.other.symbol.moo")]
    [InlineData("a = `x ! ANY => c'; b", "c", "variable.other.moo")]
    [InlineData("a = #-1;", "#-1", "constant.other.object.moo")]
    public void A_word_is_what_it_is_where_it_stands(string line, string token, string scope)
    {
        Assert.Equal(scope, ScopeOf(line, token));
    }

    [Fact]
    public void The_extension_names_files_that_exist()
    {
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "package.json")));
        var contributions = package.RootElement.GetProperty("contributes");
        var files = contributions.GetProperty("grammars").EnumerateArray().Select(grammar => grammar.GetProperty("path").GetString()!)
            .Concat(contributions.GetProperty("languages").EnumerateArray().Select(language => language.GetProperty("configuration").GetString()!));

        Assert.All(files, file => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file))).Dispose());
    }
}
