using Moo.Protocols.Mxp;

namespace Moo.Protocols.Tests.Mxp;

public class MxpTests
{
    [Fact]
    public void Each_tag_is_let_through_by_itself() =>
        Assert.Equal("\e[4z<SEND HREF=\"look\">look\e[4z</SEND>", MxpTag.Send("look", "look"));

    [Fact]
    public void A_prompt_fills_the_input_line() =>
        Assert.Equal("\e[4z<SEND HREF=\"page \" HINT=\"Page her\" PROMPT>x\e[4z</SEND>",
            MxpTag.Prompt("x", "page ", "Page her"));

    [Fact]
    public void A_web_address_is_an_anchor() =>
        Assert.Equal("\e[4z<A HREF=\"https://example.com/?a=1&amp;b\">x\e[4z</A>",
            MxpTag.Web("x", "https://example.com/?a=1&b"));

    [Fact]
    public void What_would_end_the_tag_or_the_line_is_disarmed() =>
        Assert.Equal("\e[4z<SEND HREF=\"a&quot;&gt;&lt;b c\">x\e[4z</SEND>", MxpTag.Send("x", "a\"><b\e[1z\n\tc"));
}
