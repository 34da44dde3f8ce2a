using System.Text;
using Moo.Protocols.Msdp;
using Moo.Protocols.Tests.Support;

namespace Moo.Protocols.Tests.Msdp;

public class MsdpTests
{
    // V variable, = value, { } table, [ ] array: easier to read than the control bytes they stand for.
    [Theory]
    [InlineData("VHEALTH=100", "HEALTH: 100")]
    [InlineData("VA=1VB=2", "A: 1, B: 2")]
    [InlineData("VA=1=2=3", "A: [1, 2, 3]")]
    [InlineData("VA=[=1=2]", "A: [1, 2]")]
    [InlineData("VA=[]", "A: []")]
    [InlineData("VROOM={VNUM=1VEXITS={Vn=2Vs=3}VX=[={VY=1}=2]}", "ROOM: {NUM: 1, EXITS: {n: 2, s: 3}, X: [{Y: 1}, 2]}")]
    [InlineData("VA={}", "A: {}")]
    [InlineData("VA=", "A: ")]
    [InlineData("VREPORT", "REPORT: []")]
    [InlineData("V=x", ": x")]
    [InlineData("", "")]
    public void Variables_are_read(string message, string read)
    {
        Assert.True(MsdpReader.TryRead(Bytes(message), out var variables));
        Assert.Equal(read, string.Join(", ", variables.Select(v => v.Key + ": " + Recorder.Show(v.Value))));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("=x")]
    [InlineData("VA={VB=1")]
    [InlineData("VA=[=1")]
    [InlineData("VA={=1}")]
    [InlineData("VA=[1]")]
    [InlineData("VA=}")]
    [InlineData("VA={VB=1]")]
    [InlineData("VA={VB=1}x")]
    public void What_breaks_the_grammar_is_refused(string message) =>
        Assert.False(MsdpReader.TryRead(Bytes(message), out _));

    [Fact]
    public void Nesting_beyond_32_levels_is_refused()
    {
        Assert.True(MsdpReader.TryRead(Bytes("VA=" + Nested(32)), out _));
        Assert.False(MsdpReader.TryRead(Bytes("VA=" + Nested(33)), out _));
        Assert.False(MsdpReader.TryRead(Bytes("VA=" + Nested(100_000)), out _));

        static string Nested(int depth) => string.Concat(Enumerable.Repeat("[=", depth)) + "x" + new string(']', depth);
    }

    [Fact]
    public void What_is_written_can_be_read()
    {
        var value = new MsdpTable(
        [
            new("name", new MsdpText("Žofie\u0001\u0003\0")),
            new("list",
                new MsdpArray([new MsdpText("1"), new MsdpTable([new("a", new MsdpText(""))]), new MsdpArray([])])),
        ]);

        Assert.True(MsdpReader.TryRead(MsdpWriter.Write("X", value), out var variables));

        Assert.Equal("{name: Žofie, list: [1, {a: }, []]}", Recorder.Show(Assert.Single(variables).Value));
    }

    [Fact]
    public void Random_bytes_never_throw()
    {
        var random = new Random(17);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(40)];
            for (var b = 0; b < bytes.Length; b++)
                bytes[b] = (byte)random.Next(8);
            MsdpReader.TryRead(bytes, out _);
        }
    }

    private static byte[] Bytes(string text) =>
        Encoding.UTF8.GetBytes(text.Replace('V', '\u0001').Replace('=', '\u0002')
        .Replace('{', '\u0003').Replace('}', '\u0004').Replace('[', '\u0005').Replace(']', '\u0006'));
}
