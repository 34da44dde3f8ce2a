namespace Moo.Protocols.Ssh;

/// <summary>The numbers of SSH's messages (RFC 4250 §4.1) that are spoken here.</summary>
internal static class SshMessage
{
    public const byte Disconnect = 1;
    public const byte Ignore = 2;
    public const byte Unimplemented = 3;
    public const byte Debug = 4;
    public const byte ServiceRequest = 5;
    public const byte ServiceAccept = 6;
    public const byte ExtensionInfo = 7;
    public const byte KexInit = 20;
    public const byte NewKeys = 21;
    public const byte EcdhInit = 30;
    public const byte EcdhReply = 31;
    public const byte UserAuthRequest = 50;
    public const byte UserAuthFailure = 51;
    public const byte UserAuthSuccess = 52;
    public const byte UserAuthBanner = 53;

    /// <summary>USERAUTH_PK_OK and USERAUTH_INFO_REQUEST: the number means what the method in use makes of it.</summary>
    public const byte UserAuthAnswer = 60;
    public const byte UserAuthInfoResponse = 61;
    public const byte GlobalRequest = 80;
    public const byte RequestSuccess = 81;
    public const byte RequestFailure = 82;
    public const byte ChannelOpen = 90;
    public const byte ChannelOpenConfirmation = 91;
    public const byte ChannelOpenFailure = 92;
    public const byte ChannelWindowAdjust = 93;
    public const byte ChannelData = 94;
    public const byte ChannelExtendedData = 95;
    public const byte ChannelEof = 96;
    public const byte ChannelClose = 97;
    public const byte ChannelRequest = 98;
    public const byte ChannelSuccess = 99;
    public const byte ChannelFailure = 100;
}

/// <summary>Why a connection is ended (RFC 4253 §11.1).</summary>
internal enum DisconnectCode : uint
{
    ProtocolError = 2,
    KeyExchangeFailed = 3,
    ByApplication = 11,
    NoMoreMethods = 14,
}
