using System.Buffers.Binary;
using System.Globalization;
using Moo.Language.Builtins.Hashing;
using Moo.Language.Builtins.Text;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>One-time passwords, as apps on people's phones show them.</summary>
internal static class OneTimePasswordFunctions
{
    private const int MostDigits = 10;

    /// <summary>The one-time password for a number that counts up (HOTP, RFC 4226).</summary>
    /// <remarks>The secret is a text in base 32 or a binary value.</remarks>
    /// <example>hotp("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 1) => "287082"</example>
    /// <exception cref="MooError">
    /// E_INVARG for a malformed secret, a negative counter, or less than 1 or more than 10 digits; E_TYPE for a secret of another kind.
    /// </exception>
    [Builtin("hotp")]
    public static Value Hotp(MooTask task, Value secret, long counter, long digits = 6)
    {
        if (counter < 0) return task.RaiseHere(ErrorCode.E_INVARG, "the counter {0} is negative", Value.Int(counter));
        return Password(task, secret, counter, HashAlgorithms.Find("SHA1")!, digits);
    }

    /// <summary>The one-time password for a time (TOTP, RFC 6238): for now, or for a number of seconds since 1970.</summary>
    /// <remarks>
    /// The secret is a text in base 32 or a binary value. A new password comes every <paramref name="step"/> seconds. Algorithms: SHA1,
    /// SHA256 (where none is named), SHA512; most apps want SHA1.
    /// </remarks>
    /// <example>totp("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 59, 30, "sha1", 8) => "94287082"</example>
    /// <exception cref="MooError">
    /// E_INVARG for a malformed secret, a negative time, a step below 1, an unknown algorithm, or less than 1 or more than 10 digits;
    /// E_TYPE for a secret of another kind.
    /// </exception>
    [Builtin("totp")]
    public static Value Totp(MooTask task, Value secret, long? time = null, long step = 30, Value? algorithm = null, long digits = 6)
    {
        var seconds = time ?? (long)task.Runtime.Clock.UnixSeconds;
        if (seconds < 0 || step < 1) return task.RaiseHere(ErrorCode.E_INVARG, "the time and the step must be positive");
        if (HashFunctions.Algorithm(task, algorithm, HashAlgorithms.UsualKeyed, out var refused) is not { } hash) return refused;
        if (hash.Name is not ("SHA1" or "SHA256" or "SHA512"))
            return task.RaiseHere(ErrorCode.E_INVARG, "one-time passwords are not made with {0}", Value.Str(hash.Name));
        return Password(task, secret, seconds / step, hash, digits);
    }

    private static Value Password(MooTask task, Value secret, long counter, HashAlgorithm algorithm, long digits)
    {
        if (digits is < 1 or > MostDigits)
            return task.RaiseHere(ErrorCode.E_INVARG, "a one-time password has 1 to 10 digits, not {0}", Value.Int(digits));
        byte[]? key;
        if (secret.TryStr(out var text)) key = Base32.TryDecode(text);
        else if (secret.Try<MooBinary>(out var binary)) key = binary.AsSpan().ToArray();
        else return task.RaiseHere(ErrorCode.E_TYPE, "a secret is a string or a binary value, not {0}", Value.Str(Kinds.Describe(secret)));
        if (key is null) return task.RaiseHere(ErrorCode.E_INVARG, "the secret is not base 32");

        var moving = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(moving, counter);
        var hash = algorithm.Authenticate(key, moving);
        // RFC 4226 §5.3: four bytes, from a place that the last one names.
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7FFF_FFFF;
        var password = number % (long)Math.Pow(10, digits);
        return Value.Str(password.ToString("D" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
    }
}
