namespace Moo.Protocols.Telnet;

/// <summary>What we say about an option when a client connects.</summary>
internal enum OptionOffer
{
    /// <summary>Nothing; it is agreed to when the client brings it up, or raised later.</summary>
    None,

    /// <summary>DO: please do this.</summary>
    AskClient,

    /// <summary>WILL: we can do this for you.</summary>
    OfferClient,
}
