using Moo.Language.Tests.Support;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Tests.Execution;

/// <summary><c>$name</c> where the name is that of a built-in property, too.</summary>
public sealed class SystemPropertyTests
{
    private static readonly PropertyAccess Access = new(TestMoo.Wizard, PropertyFlags.Read);

    [Theory]
    [InlineData("$wizard", "#1")]
    [InlineData("#0.wizard", "#1")]
    [InlineData("#2.wizard", "1")]
    [InlineData("$wizard.wizard", "0")]
    [InlineData("$programmer", "0")]
    [InlineData("$wizard = #3", "#3")]
    public void What_the_world_has_defined_comes_first(string expression, string expected)
    {
        using var moo = new TestMoo(furnish: builder =>
        {
            builder.AddDefinition(ObjectId.System, "wizard");
            builder.AddCell(ObjectId.System, "wizard", Value.Obj(TestMoo.Root), Access);
        });

        Assert.Equal(expected, moo.Run($"return {expression};").ToString());
    }
}
