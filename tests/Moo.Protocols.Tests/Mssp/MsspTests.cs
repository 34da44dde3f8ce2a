using System.Text;
using Moo.Protocols.Mssp;

namespace Moo.Protocols.Tests.Mssp;

public class MsspTests
{
    private readonly MsspTable _table = new MsspTable().Add("NAME", "Žofie's\r\nMoo\u0001").Add("FAMILY", "Moo", "MOO");

    [Fact]
    public void The_telnet_form_puts_a_byte_before_each_name_and_value() =>
        Assert.Equal("\u0001NAME\u0002Žofie's  Moo \u0001FAMILY\u0002Moo\u0002MOO",
            Encoding.UTF8.GetString(MsspWriter.ToTelnet(_table)));

    [Fact]
    public void The_text_form_has_a_line_for_each_name() =>
        Assert.Equal("\nMSSP-REPLY-START\nNAME\tŽofie's  Moo \nFAMILY\tMoo\tMOO\nMSSP-REPLY-END\n",
            MsspWriter.ToText(_table));
}
