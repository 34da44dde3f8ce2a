using Moo.Language.Builtins;
using Moo.Language.Tests.Support;
using Moo.Store.Values;

namespace Moo.Language.Tests.Builtins;

public sealed class BuiltinDocTests
{
    public static TheoryData<string> Names => [.. BuiltinTable.Default.Names.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_builtin_has_a_summary_and_an_example(string name)
    {
        BuiltinTable.Default.TryFind(name, out var builtin);

        var doc = BuiltinDocs.Of(builtin!);

        Assert.NotNull(doc);
        Assert.NotEmpty(doc.Summary);
        Assert.NotEmpty(doc.Examples);
    }

    /// <summary>An example is <c>expression => value</c>, or statements ending in <c>return …;</c> before the arrow.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Every_example_holds(string name)
    {
        BuiltinTable.Default.TryFind(name, out var builtin);
        using var moo = new TestMoo();
        moo.Host.Connect(TestMoo.Wizard);

        foreach (var example in BuiltinDocs.Of(builtin!)?.Examples ?? [])
        {
            var arrow = example.LastIndexOf(" => ", StringComparison.Ordinal);
            Assert.True(arrow > 0, $"the example of {name}() has no ' => ': {example}");
            var (code, expected) = (example[..arrow], example[(arrow + 4)..].Trim());

            var result = moo.Run(code.TrimEnd().EndsWith(';') ? code : $"return {code};");

            Assert.Equal(expected, Literal.Of(result));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_parameter_is_of_a_known_kind(string name)
    {
        BuiltinTable.Default.TryFind(name, out var builtin);

        if (builtin!.Leaves) Assert.NotNull(builtin.LeavingFunction);
        else Assert.NotNull(builtin.Function);
    }
}
