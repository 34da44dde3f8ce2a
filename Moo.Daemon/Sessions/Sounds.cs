using Moo.Protocols;
using Moo.Protocols.Msp;
using Moo.Protocols.Terminal;
using Moo.Store.Values;

namespace Moo.Daemon.Sessions;

/// <summary>Plays a sound as the client can: GMCP Client.Media (with its caption for who cannot hear), MSP, or not at all.</summary>
internal static class Sounds
{
    private const int FullVolume = 100, UsualPriority = 50;

    /// <summary>Plays a sound.</summary>
    public static void Play(Peer peer, string name, MooMap options)
    {
        var message = options.Set(Value.Str("name"), Value.Str(name));
        if (peer.SendGmcp("Client.Media.Play", ProtocolValues.ToJson(Value.Of(message)))) return;
        if (!peer.Terminal.Has(TerminalFeatures.Msp)) return;
        var (volume, loops, tag, url) = (Number(options, "volume", FullVolume), Number(options, "loops", 1), Text(options, "tag"), Text(options, "url"));
        peer.WriteLine(Text(options, "type").Equals("music", StringComparison.OrdinalIgnoreCase)
            ? MspTrigger.Music(name, volume, loops, options.Find("continue") is not { IsTrue: false }, tag, url)
            : MspTrigger.Sound(name, volume, loops, Number(options, "priority", UsualPriority), tag, url));
    }

    private static int Number(MooMap options, string name, int otherwise) =>
        options.Find(name) is { } value && value.TryInt(out var number) ? (int)Math.Clamp(number, -1, int.MaxValue) : otherwise;

    private static string Text(MooMap options, string name) => options.Find(name) is { } value && value.TryStr(out var text) ? text : "";
}
