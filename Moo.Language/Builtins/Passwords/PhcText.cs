using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Moo.Language.Builtins.Passwords;

/// <summary>
/// An Argon2id hash as text, <c>$argon2id$v=19$m=4096,t=3,p=1$salt$hash</c>: the form of the password hashing competition.
/// </summary>
/// <param name="Cost">What it took.</param>
/// <param name="Salt">The salt.</param>
/// <param name="Hash">The hash.</param>
internal sealed partial record PhcText(Argon2Cost Cost, byte[] Salt, byte[] Hash)
{
    private const int HashLength = 32; // as ToastStunt

    /// <summary>Hashes a password.</summary>
    public static PhcText Of(string password, byte[] salt, Argon2Cost cost) =>
        new(cost, salt, Argon2id.Hash(Encoding.UTF8.GetBytes(password), salt, cost, HashLength));

    /// <summary>Reads a text; null if it is no such hash.</summary>
    public static PhcText? TryParse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success) return null;
        var cost = Argon2Cost.Of(Number(match, "m"), Number(match, "t"), Number(match, "p"));
        var (salt, hash) = (Bytes(match.Groups["salt"].Value), Bytes(match.Groups["hash"].Value));
        return salt is { Length: >= 8 } && hash is { Length: >= 4 and <= 1024 } ? new PhcText(cost, salt, hash) : null;
    }

    /// <summary>Whether this is the hash of a password. Takes as long for a wrong one as for the right one.</summary>
    public bool IsOf(string password) =>
        CryptographicOperations.FixedTimeEquals(Hash, Argon2id.Hash(Encoding.UTF8.GetBytes(password), Salt, Cost, Hash.Length));

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture,
            $"$argon2id$v=19$m={Cost.Memory},t={Cost.Iterations},p={Cost.Lanes}${Text(Salt)}${Text(Hash)}");

    private static long Number(Match match, string group) => long.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static string Text(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    private static byte[]? Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), bytes, out var length) ? bytes[..length] : null;
    }

    [GeneratedRegex(@"^\$argon2id\$v=19\$m=(?<m>\d{1,10}),t=(?<t>\d{1,10}),p=(?<p>\d{1,10})\$(?<salt>[\w+/]+)\$(?<hash>[\w+/]+)\z", RegexOptions.ECMAScript)]
    private static partial Regex Form();
}
