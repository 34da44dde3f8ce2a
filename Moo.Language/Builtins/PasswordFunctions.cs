using System.Security.Cryptography;
using System.Text;
using Moo.Language.Builtins.Passwords;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Passwords, made unreadable.</summary>
internal static class PasswordFunctions
{
    private const int LeastSalt = 8;
    private const int ShortestCrypt = 13; // DES: two characters of salt, eleven of hash

    /// <summary>
    /// Hashes a password with Argon2id, the best there is for the purpose, and returns hash, salt and cost as one text.
    /// </summary>
    /// <remarks>
    /// Keep the text and compare a password with it by <c>argon2_verify()</c>. Use a fresh salt for each:
    /// <c>argon2(password, salt())</c>. <paramref name="memory"/> is in KiB. Takes long on purpose; the task waits meanwhile, and what it
    /// did so far is committed.
    /// </remarks>
    /// <example>argon2("password", "somesalt", 2, 256) => "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"</example>
    /// <exception cref="MooError">
    /// E_PERM unless the programmer is a wizard; E_INVARG for a salt of less than 8 bytes, or a cost that makes no sense or is too high;
    /// E_QUOTA if too many tasks wait already.
    /// </exception>
    [Builtin("argon2")]
    public static TaskStep Argon2(MooTask task, string password, string salt, long iterations = 3, long memory = 4096, long parallelism = 1)
    {
        if (!task.IsWizardly) return TaskStep.Of(Permissions.WizardsOnly(task, "argon2"));
        var bytes = Encoding.UTF8.GetBytes(salt);
        if (bytes.Length < LeastSalt)
            return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "a salt has at least {0} bytes", Value.Int(LeastSalt)));
        var cost = Argon2Cost.Of(memory, iterations, parallelism);
        if (!cost.IsAllowed) return TaskStep.Of(TooCostly(task));
        return SlowHashing.Wait(task, "argon2", () => Value.Str(PhcText.Of(password, bytes, cost).ToString()));
    }

    /// <summary>Whether a text that <c>argon2()</c> returned was made of this password.</summary>
    /// <remarks>
    /// What <c>crypt()</c> returned is known, too: DES, MD5, SHA-2, bcrypt, as older worlds keep passwords. A text that is no such hash is made of
    /// no password. The task waits meanwhile, and what it did so far is committed.
    /// </remarks>
    /// <example>argon2_verify(argon2("secret", "somesalt", 1, 64), "secret") => 1</example>
    /// <example>argon2_verify(crypt("secret", "ab"), "secret") => 1</example>
    /// <exception cref="MooError">
    /// E_PERM unless the programmer is a wizard; E_INVARG if the hash's cost is too high; E_QUOTA if too many tasks wait already.
    /// </exception>
    [Builtin("argon2_verify")]
    public static TaskStep Argon2Verify(MooTask task, string hash, string password)
    {
        if (!task.IsWizardly) return TaskStep.Of(Permissions.WizardsOnly(task, "argon2_verify"));
        if (PhcText.TryParse(hash) is not { } known) return CryptVerify(task, hash, password);
        if (!known.Cost.IsAllowed) return TaskStep.Of(TooCostly(task));
        return SlowHashing.Wait(task, "argon2_verify", () => Value.Truth(known.IsOf(password)));
    }

    private static TaskStep CryptVerify(MooTask task, string hash, string password)
    {
        if (hash.Length < ShortestCrypt || password.Contains('\0') || !UnixCrypt.IsThere) return TaskStep.Of(Value.Int(0));
        if (!CryptCost.Of(hash).IsAllowed) return TaskStep.Of(TooCostly(task));
        var bytes = Encoding.UTF8.GetBytes(hash);
        return SlowHashing.Wait(task, "argon2_verify", () => Value.Truth(UnixCrypt.Hash(password, hash) is { } made
            && CryptographicOperations.FixedTimeEquals(bytes, Encoding.UTF8.GetBytes(made))));
    }

    private static Value TooCostly(MooTask task) =>
        task.RaiseHere(ErrorCode.E_INVARG, "the cost is out of range, or higher than this server allows");

    /// <summary>Hashes a password with the host's <c>crypt()</c>, for hashes that an older world has kept.</summary>
    /// <remarks>
    /// To compare a password with a hash, give the hash as the salt: the result is the hash again if they belong together. Salts: two
    /// characters (DES, where none is given), <c>$1$…</c> MD5, <c>$5$…</c> and <c>$6$…</c> SHA-2, <c>$2b$nn$…</c> bcrypt, <c>$y$…</c>
    /// yescrypt; see <c>salt()</c>. Another strength than the usual one is for wizards; then the task waits meanwhile, and what it did so
    /// far is committed. For new passwords use <c>argon2()</c>; its hashes are salts here as well, for wizards, so that a core which compares by
    /// <c>crypt()</c> can keep them.
    /// </remarks>
    /// <example>crypt("foobar", "J3") => "J3fSFQfgkp26w"</example>
    /// <example>h = crypt("foobar"); return crypt("foobar", h) == h; => 1</example>
    /// <exception cref="MooError">
    /// E_INVARG for a salt that the host does not understand, for a strength that is too high, and if the host has no
    /// <c>libcrypt.so.1</c>; E_PERM for another strength than the usual one unless the programmer is a wizard.
    /// </exception>
    [Builtin("crypt")]
    public static TaskStep Crypt(MooTask task, string text, string salt = "")
    {
        if (PhcText.TryParse(salt) is { } known) return Argon2Again(task, text, known);
        if (salt.Length < 2) salt = Salts.Text(RandomNumberGenerator.GetBytes(2));
        var cost = CryptCost.Of(salt);
        if (!cost.IsUsual && !task.IsWizardly)
            return TaskStep.Of(Permissions.Denied(task, "{1} is no wizard and cannot choose the strength: {0}", Value.Str(salt)));
        if (!cost.IsAllowed) return TaskStep.Of(TooCostly(task));
        if (text.Contains('\0')) return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "a password cannot contain the character 0"));
        if (!UnixCrypt.IsThere)
            return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "crypt() needs libcrypt.so.1, which this host does not have"));
        if (!cost.IsSlow) return TaskStep.Of(UnixCrypt.Hash(text, salt) is { } hash ? Value.Str(hash) : NoSalt(task, salt));
        return SlowHashing.Wait(task, "crypt",
            () => UnixCrypt.Hash(text, salt) is { } slow ? Value.Str(slow) : Value.Err(ErrorCode.E_INVARG));
    }

    private static TaskStep Argon2Again(MooTask task, string text, PhcText known)
    {
        if (!task.IsWizardly) return TaskStep.Of(Permissions.WizardsOnly(task, "crypt"));
        if (!known.Cost.IsAllowed) return TaskStep.Of(TooCostly(task));
        return SlowHashing.Wait(task, "crypt", () => Value.Str((known.IsOf(text) ? known : PhcText.Of(text, known.Salt, known.Cost)).ToString()));
    }

    private static Value NoSalt(MooTask task, string salt) =>
        task.RaiseHere(ErrorCode.E_INVARG, "the host's crypt() does not understand the salt \"{0}\"", Value.Str(salt));

    /// <summary>
    /// A salt for <c>crypt()</c>, of the kind that a prefix names and of random bytes; without arguments, one for <c>argon2()</c>.
    /// </summary>
    /// <remarks>
    /// Prefixes: empty for DES, <c>$1$</c> MD5, <c>$5$</c> and <c>$6$</c> SHA-2 (perhaps with <c>rounds=n$</c>), <c>$2a$</c> bcrypt
    /// (perhaps with <c>nn$</c>). <paramref name="random"/> is a binary string of at least 2, 3, 3 or 16 bytes; where it is missing the
    /// server draws them itself.
    /// </remarks>
    /// <example>salt("$1$", "123456") => "$1$l6nAoIXB"</example>
    /// <exception cref="MooError">E_INVARG for an unknown prefix, a malformed binary string, or too few bytes.</exception>
    [Builtin("salt")]
    public static Value Salt(MooTask task, string? prefix = null, string? random = null)
    {
        const int bytesForArgon2 = 22, bytesForAnyPrefix = 16;
        if (prefix is null) return Value.Str(Salts.Text(RandomNumberGenerator.GetBytes(bytesForArgon2)));
        byte[] bytes;
        if (random is null) bytes = RandomNumberGenerator.GetBytes(bytesForAnyPrefix);
        else if (BinaryFunctions.Bytes(task, Value.Str(random), out var refused) is { } given) bytes = given;
        else return refused;
        return Salts.Make(prefix, bytes) is { } salt ? Value.Str(salt)
            : task.RaiseHere(ErrorCode.E_INVARG, "\"{0}\" and {1} bytes make no salt", Value.Str(prefix), Value.Int(bytes.Length));
    }
}
