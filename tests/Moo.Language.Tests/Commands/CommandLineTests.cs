using Moo.Language.Commands;
using Moo.Store.Worlds;

namespace Moo.Language.Tests.Commands;

/// <summary>LambdaMOO Programmer's Manual, 4.1 "The Built-in Command Parser".</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("look", "look", "", "", "", "")]
    [InlineData("  look  ", "look", "", "", "", "")]
    [InlineData("put yellow bird in clock", "put", "yellow bird in clock", "yellow bird", "in", "clock")]
    [InlineData("get the ball from under the table", "get", "the ball from under the table", "the ball", "from", "under the table")]
    [InlineData("take ball from inside of box", "take", "ball from inside of box", "ball", "from inside", "of box")]
    [InlineData("look in front of sofa", "look", "in front of sofa", "", "in front of", "sofa")]
    [InlineData("\"Hello, there", "say", "Hello, there", "Hello, there", "", "")]
    [InlineData("\" two  blanks", "say", "two  blanks", "two blanks", "", "")]
    [InlineData(":waves to \"Ann B\"", "emote", "waves to \"Ann B\"", "waves", "to", "Ann B")]
    [InlineData(";1 + 1", "eval", "1 + 1", "1 + 1", "", "")]
    [InlineData("; 1 + 1", "eval", "1 + 1", "1 + 1", "", "")]
    [InlineData(";;x = 1; return x;", "eval", ";x = 1; return x;", ";x = 1; return x;", "", "")]
    [InlineData("foo \"bar mumble\" baz\" \"fr\"otz\" bl\"o\"rt", "foo", "\"bar mumble\" baz\" \"fr\"otz\" bl\"o\"rt", "bar mumble baz frotz blort", "", "")]
    [InlineData("@describe me as \"in the box\"", "@describe", "me as \"in the box\"", "me", "as", "in the box")]
    [InlineData("say a\\\"b", "say", "a\\\"b", "a\"b", "", "")]
    [InlineData("whisper hi to Ann", "whisper", "hi to Ann", "hi", "to", "Ann")]
    public void A_line_is_cut_into_its_parts(string line, string verb, string argstr, string direct, string preposition, string indirect)
    {
        var parts = CommandLine.Parse(line)!;

        Assert.Equal((verb, argstr, direct, preposition, indirect), (parts.Verb, parts.Argstr, parts.DirectText, parts.PrepositionText, parts.IndirectText));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void A_blank_line_is_no_command(string line) => Assert.Null(CommandLine.Parse(line));

    [Fact]
    public void The_fifteen_groups_of_prepositions_are_the_manuals()
    {
        var groups = Enumerable.Range(0, Prepositions.Count).Select(group => string.Join('/', Prepositions.Words((short)group)));

        Assert.Equal(
            [
                "with/using", "at/to", "in front of", "in/inside/into", "on top of/on/onto/upon", "out of/from inside/from", "over", "through",
                "under/underneath/beneath", "behind", "beside", "for/about", "is", "as", "off/off of",
            ], groups);
    }
}
