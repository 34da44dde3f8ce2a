using System.Security.Cryptography;
using System.Text;
using Moo.Language.Builtins.Passwords;
using Moo.Language.Builtins.Sealing;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Encryption: age for messages, PASETO for tokens (mooR).</summary>
internal static class SealingFunctions
{
    // Agreeing on a key takes a tenth of a millisecond.
    private const int TicksForKey = 10;
    private const int CostOfOne = 8;
    private const int MostKeys = 100;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A new pair of keys for age: <c>{public, secret}</c>. Who has the public one can encrypt, who has the secret one decrypt.</summary>
    /// <remarks>Keys are X25519's, as text, or with <paramref name="asBytes"/> as binary values of 32 bytes.</remarks>
    /// <example>k = age_generate_keypair(); return {index(k[1], "age1"), index(k[2], "AGE-SECRET-KEY-1")}; => {1, 1}</example>
    [Builtin("age_generate_keypair")]
    public static Value GenerateKeypair(MooTask task, bool asBytes = false)
    {
        if (!task.Spend(TicksForKey)) return Value.Failure;
        var secret = RandomNumberGenerator.GetBytes(Curve25519.Length);
        var point = Curve25519.PublicOf(secret);
        return asBytes ? Value.List(Value.Of(new MooBinary(point)), Value.Of(new MooBinary(secret)))
            : Value.List(Value.Str(Bech32.Encode(AgeFile.PublicPrefix, point)), Value.Str(Bech32.Encode(AgeFile.SecretPrefix, secret).ToUpperInvariant()));
    }

    /// <summary>Encrypts a text for the holders of some keys: an age file, as a binary value.</summary>
    /// <remarks>Public keys are texts (<c>"age1…"</c>) or binary values. Differs from mooR: keys of ssh are not supported.</remarks>
    /// <example>k = age_generate_keypair(); return age_decrypt(age_encrypt("secret", {k[1]}), {k[2]}); => "secret"</example>
    /// <exception cref="MooError">E_TYPE for keys that are neither strings nor binary values; E_INVARG for none, more than 100, or one that is malformed.</exception>
    [Builtin("age_encrypt")]
    public static Value Encrypt(MooTask task, string message, MooList recipients)
    {
        if (Keys(task, recipients, AgeFile.PublicPrefix, out var keys) is { } refused) return refused;
        if (!Effort.Take(task, message.Length * (long)CostOfOne)) return Value.Failure;
        return Checked(task, AgeFile.Encrypt(Encoding.UTF8.GetBytes(message), keys));
    }

    /// <summary>Decrypts an age file with one of some secret keys.</summary>
    /// <remarks>The file is a binary value or a text in base 64; secret keys are texts (<c>"AGE-SECRET-KEY-1…"</c>) or binary values.</remarks>
    /// <example>k = age_generate_keypair(1); return age_decrypt(age_encrypt("ü", {k[1]}), {k[2]}); => "ü"</example>
    /// <exception cref="MooError">
    /// E_TYPE for a file or keys of another kind; E_INVARG for a file that is none, was changed or is for others, for no text inside, and for keys as in <c>age_encrypt()</c>.
    /// </exception>
    [Builtin("age_decrypt")]
    public static Value Decrypt(MooTask task, Value file, MooList secrets)
    {
        if (Bytes(task, file, out var bytes) is { } noFile) return noFile;
        if (Keys(task, secrets, AgeFile.SecretPrefix, out var keys) is { } refused) return refused;
        if (!Effort.Take(task, bytes.Length * (long)CostOfOne)) return Value.Failure;
        return TextOf(AgeFile.Decrypt(bytes, keys)) is { } text ? Quota.Check(task, Value.Str(text))
            : task.RaiseHere(ErrorCode.E_INVARG, "this is no age file with a text inside that these keys open");
    }

    /// <summary>Encrypts a text for who knows a passphrase: an age file, as a binary value.</summary>
    /// <remarks>Takes long on purpose; the task waits meanwhile, and what it did so far is committed.</remarks>
    /// <example>age_passphrase_decrypt(age_passphrase_encrypt("secret", "open sesame"), "open sesame") => "secret"</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard; E_QUOTA if too many tasks wait already.</exception>
    [Builtin("age_passphrase_encrypt")]
    public static TaskStep EncryptByPassphrase(MooTask task, string message, string passphrase)
    {
        if (!task.IsWizardly) return TaskStep.Of(Permissions.WizardsOnly(task, "age_passphrase_encrypt"));
        return SlowHashing.Wait(task, "age_passphrase_encrypt", () => Value.Of(new MooBinary(AgeFile.Encrypt(Encoding.UTF8.GetBytes(message), passphrase))));
    }

    /// <summary>Decrypts an age file with a passphrase.</summary>
    /// <remarks>The file is a binary value or a text in base 64. Takes long on purpose; the task waits meanwhile, and what it did so far is committed.</remarks>
    /// <example>`age_passphrase_decrypt(age_passphrase_encrypt("x", "right"), "wrong") ! E_INVARG => "no"' => "no"</example>
    /// <exception cref="MooError">
    /// E_PERM unless the programmer is a wizard; E_TYPE for a file of another kind; E_INVARG for a file that is none, was changed, has another passphrase or asks for too
    /// much work, and for no text inside; E_QUOTA if too many tasks wait already.
    /// </exception>
    [Builtin("age_passphrase_decrypt")]
    public static TaskStep DecryptByPassphrase(MooTask task, Value file, string passphrase)
    {
        if (!task.IsWizardly) return TaskStep.Of(Permissions.WizardsOnly(task, "age_passphrase_decrypt"));
        if (Bytes(task, file, out var bytes) is { } noFile) return TaskStep.Of(noFile);
        return SlowHashing.Wait(task, "age_passphrase_decrypt",
            () => TextOf(AgeFile.Decrypt(bytes, passphrase)) is { } text ? Value.Str(text) : Value.Err(ErrorCode.E_INVARG));
    }

    private static string? TextOf(byte[]? message)
    {
        if (message is null) return null;
        try
        {
            return Strict.GetString(message);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Value Checked(MooTask task, byte[] bytes) => bytes.Length <= task.Limits.MaxStringConcat ? Value.Of(new MooBinary(bytes))
        : task.RaiseQuota(default, "a binary value may be {0} bytes long", task.Limits.MaxStringConcat);

    // Keys as text or bytes. Null when all went well.
    private static Value? Keys(MooTask task, MooList given, string prefix, out List<byte[]> keys)
    {
        keys = [];
        if (given.Count is 0 or > MostKeys) return task.RaiseHere(ErrorCode.E_INVARG, "there must be 1 to {0} keys", Value.Int(MostKeys));
        if (!task.Spend(TicksForKey * given.Count)) return Value.Failure;
        foreach (var one in given)
        {
            byte[]? key;
            if (one.TryStr(out var text)) key = Bech32.TryDecode(prefix, text);
            else if (one.Try<MooBinary>(out var binary)) key = binary.AsSpan().ToArray();
            else return task.RaiseHere(ErrorCode.E_TYPE, "a key is a string or a binary value, not {0}", Value.Str(Kinds.Describe(one)));
            if (key is not { Length: Curve25519.Length }) return task.RaiseHere(ErrorCode.E_INVARG, "a key is malformed: it should begin with " + prefix + "1");
            keys.Add(key);
        }
        return null;
    }

    // A binary value, or a text in base 64. Null when all went well.
    private static Value? Bytes(MooTask task, Value given, out byte[] bytes)
    {
        bytes = [];
        if (given.Try<MooBinary>(out var binary))
        {
            bytes = binary.AsSpan().ToArray();
            return null;
        }
        if (!given.TryStr(out var text)) return task.RaiseHere(ErrorCode.E_TYPE, "a binary value or a text in base 64 is needed, not {0}", Value.Str(Kinds.Describe(given)));
        var plain = text.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        bytes = new byte[plain.Length];
        if (!Convert.TryFromBase64String(plain.PadRight((plain.Length + 3) / 4 * 4, '='), bytes, out var length))
            return task.RaiseHere(ErrorCode.E_INVARG, "this is not base 64");
        bytes = bytes[..length];
        return null;
    }

    /// <summary>A token that holds a map, readable only with the key that it was made with (PASETO v4.local).</summary>
    /// <remarks>
    /// The key is a binary value of 32 bytes, or such in base 64. The map, or list of pairs, goes in as <c>generate_json()</c> writes it. Differs from mooR: the server has no
    /// key of its own, so one must be given.
    /// </remarks>
    /// <example>k = encode_base64(random_bytes(32)); return paseto_verify_local(paseto_make_local(["sub" -> "me"], k), k); => ["sub" -> "me"]</example>
    /// <exception cref="MooError">E_TYPE for claims or a key of another kind; E_INVARG for a key that is not 32 bytes, or none.</exception>
    [Builtin("paseto_make_local")]
    public static Value MakeToken(MooTask task, Value claims, Value? key = null)
    {
        if (LoadArguments.ReadOptions(task, claims, out var map) is { } noClaims) return noClaims;
        if (TokenKey(task, key, out var bytes) is { } refused) return refused;
        var json = JsonFunctions.GenerateJson(task, Value.Of(map));
        if (!json.TryStr(out var text)) return json;
        if (!Effort.Take(task, text.Length * (long)CostOfOne)) return Value.Failure;
        return Quota.Check(task, Value.Str(PasetoLocal.Make(bytes, Encoding.UTF8.GetBytes(text))));
    }

    /// <summary>The map that a token of <c>paseto_make_local()</c> holds.</summary>
    /// <remarks>Whether it is still meant to be valid (<c>"exp"</c>, <c>"nbf"</c>) is for the program to see.</remarks>
    /// <example>k = encode_base64(random_bytes(32)); return `paseto_verify_local("v4.local.AAAA", k) ! E_INVARG => "forged"'; => "forged"</example>
    /// <exception cref="MooError">E_TYPE for a key of another kind; E_INVARG for a key that is not 32 bytes, or none, and for a token that is none, was changed, or made with another key.</exception>
    [Builtin("paseto_verify_local")]
    public static Value VerifyToken(MooTask task, string token, Value? key = null)
    {
        if (TokenKey(task, key, out var bytes) is { } refused) return refused;
        if (!Effort.Take(task, token.Length * (long)CostOfOne)) return Value.Failure;
        if (TextOf(PasetoLocal.Open(bytes, token)) is not { } json) return task.RaiseHere(ErrorCode.E_INVARG, "this token was not made with this key, or was changed");
        return JsonFunctions.ParseJson(task, json);
    }

    private static Value? TokenKey(MooTask task, Value? key, out byte[] bytes)
    {
        bytes = [];
        if (key is not { } given) return task.RaiseHere(ErrorCode.E_INVARG, "the server has no key of its own: give one");
        if (Bytes(task, given, out bytes) is { } wrong) return wrong;
        return bytes.Length == PasetoLocal.KeyLength ? null : task.RaiseHere(ErrorCode.E_INVARG, "the key has {0} bytes, not {1}", Value.Int(bytes.Length), Value.Int(PasetoLocal.KeyLength));
    }
}
