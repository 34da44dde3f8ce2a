using System.Buffers;
using Moo.Protocols.Telnet;
using Moo.Protocols.Tests.Support;

namespace Moo.Protocols.Tests.Telnet;

/// <summary>RFC 1143's table, state by state, for the option EOR (ours) and NAWS (the client's).</summary>
public class NegotiatorTests
{
    private const byte Ours = 25, Theirs = 31, Unknown = 199;

    private readonly ArrayBufferWriter<byte> _sent = new();
    private readonly Negotiator _negotiator;
    private long _now = 1_000_000;

    public NegotiatorTests()
    {
        TelnetOption[] options = [new FakeOption(Ours, OptionOffer.OfferClient),
            new FakeOption(Theirs, OptionOffer.AskClient)];
        _negotiator = new Negotiator(options, new TelnetOutput(_sent));
    }

    [Fact]
    public void An_offer_that_is_accepted_is_on_and_not_answered()
    {
        _negotiator.Offer();
        Receive(Wire.Do(Ours), Wire.Will(Theirs));

        Assert.Equal("WILL EOR\nDO NAWS", Sent());
        Assert.True(_negotiator.IsOn(Ours, Side.Server));
        Assert.True(_negotiator.IsOn(Theirs, Side.Client));
        Assert.False(_negotiator.IsWaiting);
    }

    [Fact]
    public void An_offer_that_is_refused_is_off_and_not_answered()
    {
        _negotiator.Offer();
        Receive(Wire.Dont(Ours), Wire.Wont(Theirs));

        Assert.Equal("WILL EOR\nDO NAWS", Sent());
        Assert.False(_negotiator.IsOn(Ours, Side.Server));
        Assert.False(_negotiator.IsOn(Theirs, Side.Client));
        Assert.False(_negotiator.IsWaiting);
    }

    [Fact]
    public void A_client_that_asks_first_gets_one_answer()
    {
        Receive(Wire.Do(Ours), Wire.Will(Theirs), Wire.Do(Ours), Wire.Will(Theirs));

        Assert.Equal("WILL EOR\nDO NAWS", Sent());
    }

    [Fact]
    public void A_client_that_switches_off_is_obeyed_and_acknowledged_once()
    {
        Receive(Wire.Do(Ours), Wire.Dont(Ours), Wire.Dont(Ours));

        Assert.Equal("WILL EOR\nWONT EOR", Sent());
        Assert.False(_negotiator.IsOn(Ours, Side.Server));
    }

    [Fact]
    public void Switching_off_what_is_on_waits_for_the_acknowledgement_before_switching_on_again()
    {
        Receive(Wire.Do(Ours));
        _negotiator.Request(Ours, Side.Server, on: false);
        _negotiator.Request(Ours, Side.Server, on: true);
        Assert.Equal("WILL EOR\nWONT EOR", Sent());

        Receive(Wire.Dont(Ours));
        Assert.Equal("WILL EOR", Sent());

        Receive(Wire.Do(Ours));
        Assert.Equal("", Sent());
        Assert.True(_negotiator.IsOn(Ours, Side.Server));
    }

    [Fact]
    public void Taking_an_unanswered_offer_back_waits_for_its_answer()
    {
        _negotiator.Request(Ours, Side.Server, on: true);
        _negotiator.Request(Ours, Side.Server, on: false);
        Assert.Equal("WILL EOR", Sent());

        Receive(Wire.Do(Ours));
        Assert.Equal("WONT EOR", Sent());

        Receive(Wire.Dont(Ours));
        Assert.Equal("", Sent());
        Assert.False(_negotiator.IsOn(Ours, Side.Server));
    }

    [Fact]
    public void Taking_an_offer_back_and_making_it_again_says_nothing_new()
    {
        _negotiator.Request(Ours, Side.Server, on: true);
        _negotiator.Request(Ours, Side.Server, on: false);
        _negotiator.Request(Ours, Side.Server, on: true);
        Receive(Wire.Do(Ours));

        Assert.Equal("WILL EOR", Sent());
        Assert.True(_negotiator.IsOn(Ours, Side.Server));
    }

    [Fact]
    public void A_WONT_that_is_answered_by_DO_is_off_all_the_same()
    {
        Receive(Wire.Do(Ours));
        _negotiator.Request(Ours, Side.Server, on: false);
        Receive(Wire.Do(Ours));

        Assert.Equal("WILL EOR\nWONT EOR", Sent());
        Assert.False(_negotiator.IsOn(Ours, Side.Server));
    }

    [Fact]
    public void The_two_sides_of_an_option_are_apart()
    {
        Receive(Wire.Do(Ours), Wire.Will(Ours));

        Assert.Equal("WILL EOR\nDONT EOR", Sent());
        Assert.True(_negotiator.IsOn(Ours, Side.Server));
        Assert.False(_negotiator.IsOn(Ours, Side.Client));
    }

    [Fact]
    public void What_is_unknown_is_refused_once_and_then_not_heard()
    {
        Receive(Wire.Repeat(1000, Wire.Do(Unknown)), Wire.Repeat(1000, Wire.Will(Unknown)));
        _now += 1_000_000;
        Receive(Wire.Do(Unknown));

        Assert.Equal("WONT 199\nDONT 199", Sent());
    }

    [Fact]
    public void Switching_off_what_is_unknown_is_not_answered()
    {
        Receive(Wire.Dont(Unknown), Wire.Wont(Unknown));

        Assert.Equal("", Sent());
    }

    [Fact]
    public void A_client_that_flips_an_option_for_ever_is_answered_twice_in_ten_seconds()
    {
        for (var i = 0; i < 100; i++)
            Receive(Wire.Do(Ours), Wire.Dont(Ours));
        Assert.Equal("WILL EOR\nWONT EOR", Sent());

        _now += 10_001;
        Receive(Wire.Do(Ours));
        Assert.Equal("WILL EOR", Sent());
    }

    private void Receive(params byte[][] commands)
    {
        var bytes = Wire.Join(commands);
        for (var i = 0; i < bytes.Length; i += 3)
            _negotiator.Receive(bytes[i + 1], bytes[i + 2], _now);
    }

    private string Sent()
    {
        var sent = Wire.Describe(_sent.WrittenSpan);
        _sent.Clear();
        return sent;
    }

    private sealed class FakeOption(byte code, OptionOffer offer) : TelnetOption
    {
        public override byte Code => code;
        public override OptionOffer Offer => offer;
    }
}
