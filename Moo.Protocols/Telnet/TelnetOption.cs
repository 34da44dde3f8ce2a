namespace Moo.Protocols.Telnet;

/// <summary>One telnet option: what it means. Whether it is on is the <see cref="Negotiator"/>'s business.</summary>
internal abstract class TelnetOption
{
    /// <summary>The option's number.</summary>
    public abstract byte Code { get; }

    /// <summary>What is said about it at connect.</summary>
    public virtual OptionOffer Offer => OptionOffer.None;

    /// <summary>How its WILL and DO are to be read.</summary>
    public virtual OptionManner Manner => OptionManner.Agreed;

    /// <summary>
    /// Whether the login screen waits for the answer to the offer. Not where it changes nothing on the screen: TinTin++
    /// never answers WILL MSSP.
    /// </summary>
    public virtual bool IsAwaited => true;

    /// <summary>True while it is on and the client owes a reply that the login screen waits for.</summary>
    public virtual bool IsWaiting => false;

    /// <summary>Whether that side may have the option on. By default, the side that the offer is about.</summary>
    public virtual bool Allows(Side side) =>
        Offer == (side == Side.Server ? OptionOffer.OfferClient : OptionOffer.AskClient);

    /// <summary>Both ends agreed that <paramref name="side"/> does it.</summary>
    public virtual void OnEnabled(Side side)
    {
    }

    /// <summary>It was on for <paramref name="side"/>, and is off.</summary>
    public virtual void OnDisabled(Side side)
    {
    }

    /// <summary>
    /// The client sent a subnegotiation; doubled IACs are single again. It may come before, or without, agreement.
    /// </summary>
    public virtual void OnSubnegotiation(ReadOnlySpan<byte> data)
    {
    }
}
