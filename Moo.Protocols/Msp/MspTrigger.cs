using System.Globalization;
using System.Text;

namespace Moo.Protocols.Msp;

/// <summary>Writes MSP's in-band triggers, for clients that agreed to MSP: others show them as text.</summary>
public static class MspTrigger
{
    /// <summary>Plays a sound.</summary>
    /// <param name="file">The file's name; <c>Off</c> stops all sounds.</param>
    /// <param name="volume">0 to 100.</param>
    /// <param name="repeats">How often; -1 forever.</param>
    /// <param name="priority">0 to 100: a sound stops one of lower priority.</param>
    /// <param name="type">A class of sounds, as <c>combat</c>, or empty.</param>
    /// <param name="address">The folder to load it from, or empty.</param>
    public static string Sound(
        string file, int volume = 100, int repeats = 1, int priority = 50, string type = "", string address = "") =>
        Write("SOUND", file, volume, repeats, $" P={Clamp(priority, 0, 100)}", type, address);

    /// <summary>Plays music, of which there is one at a time.</summary>
    /// <param name="file">The file's name; <c>Off</c> stops the music.</param>
    /// <param name="volume">0 to 100.</param>
    /// <param name="repeats">How often; -1 forever.</param>
    /// <param name="goesOn">Whether the same music, if it plays already, plays on instead of starting again.</param>
    /// <param name="type">A class of music, or empty.</param>
    /// <param name="address">The folder to load it from, or empty.</param>
    public static string Music(
        string file, int volume = 100, int repeats = 1, bool goesOn = true, string type = "", string address = "") =>
        Write("MUSIC", file, volume, repeats, goesOn ? " C=1" : " C=0", type, address);

    private static string Write(
        string trigger, string file, int volume, int repeats, string special, string type, string address)
    {
        var text = new StringBuilder("!!").Append(trigger).Append('(').Append(Word(file));
        text.Append(" V=").Append(Clamp(volume, 0, 100));
        text.Append(" L=").Append(Clamp(repeats, -1, int.MaxValue)).Append(special);
        if (type.Length > 0)
            text.Append(" T=").Append(Word(type));
        if (address.Length > 0)
            text.Append(" U=").Append(Word(address));
        return text.Append(')').ToString();
    }

    private static string Clamp(int value, int least, int most) =>
        Math.Clamp(value, least, most).ToString(CultureInfo.InvariantCulture);

    // A trigger has no quoting, so what would end a word or the trigger is left out.
    private static string Word(string text) =>
        string.Concat(text.Where(c => c is > ' ' and < '\u007F' and not ('(' or ')')));
}
