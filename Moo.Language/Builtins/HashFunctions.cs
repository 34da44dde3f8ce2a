using System.Text;
using Moo.Language.Builtins.Hashing;
using Moo.Language.Builtins.Text;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Hashes, plain and keyed.</summary>
internal static class HashFunctions
{
    private const int MostCharactersOnStack = 100;

    /// <summary>The hash of a text, in upper-case hexadecimal digits.</summary>
    /// <remarks>
    /// Algorithms: MD5 (where none is named), SHA1, SHA224, SHA256, SHA384, SHA512, RIPEMD160, as strings or symbols. With
    /// <paramref name="binary"/> the result is a binary string. The text's UTF-8 bytes are hashed. MD5 and SHA1 are no protection against
    /// people who mean harm.
    /// Differs from ToastStunt: there SHA256 is used where none is named; LambdaMOO, where this function comes from, has MD5 alone.
    /// </remarks>
    /// <example>string_hash("foobar") => "3858F62230AC3C915F300C664312C63F"</example>
    /// <example>string_hash("foobar", "sha1") => "8843D7F92416211DE9EBB963FF4CE28125932878"</example>
    /// <exception cref="MooError">E_INVARG for an unknown algorithm.</exception>
    [Builtin("string_hash")]
    public static Value StringHash(MooTask task, string text, Value? algorithm = null, bool binary = false) =>
        Hash(task, text, algorithm, binary);

    /// <summary>The hash of the bytes of a binary string or a binary value. See <c>string_hash()</c>.</summary>
    /// <example>binary_hash("foo~62ar") => "3858F62230AC3C915F300C664312C63F"</example>
    /// <exception cref="MooError">
    /// E_INVARG for a malformed binary string or an unknown algorithm; E_TYPE for other kinds of value.
    /// </exception>
    [Builtin("binary_hash")]
    public static Value BinaryHash(MooTask task, Value data, Value? algorithm = null, bool binary = false) =>
        BinaryFunctions.Bytes(task, data, out var refused) is { } bytes ? Hash(task, bytes, algorithm, binary) : refused;

    /// <summary>The hash of a value's literal: of what <c>toliteral()</c> gives. See <c>string_hash()</c>.</summary>
    /// <example>value_hash({1, "a"}) == string_hash(toliteral({1, "a"})) => 1</example>
    /// <exception cref="MooError">E_INVARG for an unknown algorithm; E_QUOTA if the literal would be too long.</exception>
    [Builtin("value_hash", OnlyLooks = true)]
    public static Value ValueHash(MooTask task, Value value, Value? algorithm = null, bool binary = false)
    {
        var literal = ValueFunctions.ToLiteral(task, value);
        return literal.IsStr ? Hash(task, literal.AsStr, algorithm, binary) : literal;
    }

    /// <summary>The keyed hash (HMAC) of a text, in upper-case hexadecimal digits.</summary>
    /// <remarks>
    /// The key is a binary string or a binary value. Algorithms as for <c>string_hash()</c>; SHA256 where none is named. With
    /// <paramref name="binary"/> the result is a binary string.
    /// </remarks>
    /// <example>string_hmac("what do ya want for nothing?", "Jefe")[1..16] => "5BDCC146BF60754E"</example>
    /// <exception cref="MooError">E_INVARG for a malformed key or an unknown algorithm; E_TYPE for a key of another kind.</exception>
    [Builtin("string_hmac")]
    public static Value StringHmac(MooTask task, string text, Value key, Value? algorithm = null, bool binary = false) =>
        Authenticate(task, Encoding.UTF8.GetBytes(text), key, algorithm, binary);

    /// <summary>The keyed hash (HMAC) of the bytes of a binary string or a binary value. See <c>string_hmac()</c>.</summary>
    /// <example>binary_hmac("~54ext", "~6Bey") == string_hmac("Text", "key") => 1</example>
    /// <exception cref="MooError">
    /// E_INVARG for a malformed binary string or an unknown algorithm; E_TYPE for other kinds of value.
    /// </exception>
    [Builtin("binary_hmac")]
    public static Value BinaryHmac(MooTask task, Value data, Value key, Value? algorithm = null, bool binary = false) =>
        BinaryFunctions.Bytes(task, data, out var refused) is { } bytes ? Authenticate(task, bytes, key, algorithm, binary) : refused;

    /// <summary>The keyed hash (HMAC) of a value's literal. See <c>string_hmac()</c>.</summary>
    /// <example>value_hmac({1}, "key") == string_hmac("{1}", "key") => 1</example>
    /// <exception cref="MooError">
    /// E_INVARG for a malformed key or an unknown algorithm; E_TYPE for a key of another kind; E_QUOTA if the literal would be too long.
    /// </exception>
    [Builtin("value_hmac")]
    public static Value ValueHmac(MooTask task, Value value, Value key, Value? algorithm = null, bool binary = false)
    {
        var literal = ValueFunctions.ToLiteral(task, value);
        return literal.IsStr ? Authenticate(task, Encoding.UTF8.GetBytes(literal.AsStr), key, algorithm, binary) : literal;
    }

    private static Value Hash(MooTask task, string text, Value? name, bool binary)
    {
        if (text.Length > MostCharactersOnStack) return Hash(task, Encoding.UTF8.GetBytes(text), name, binary);
        Span<byte> few = stackalloc byte[MostCharactersOnStack * 3];
        return Hash(task, few[..Encoding.UTF8.GetBytes(text, few)], name, binary);
    }

    private static Value Hash(MooTask task, ReadOnlySpan<byte> data, Value? name, bool binary)
    {
        if (Algorithm(task, name, HashAlgorithms.Usual, out var refused) is not { } algorithm) return refused;
        if (!Effort.Take(task, data.Length * 8L)) return Value.Failure;
        Span<byte> hash = stackalloc byte[HashAlgorithm.LongestHash];
        hash = hash[..algorithm.Length];
        algorithm.Hash(data, hash);
        return Result(hash, binary);
    }

    private static Value Authenticate(MooTask task, byte[] data, Value keyArgument, Value? name, bool binary)
    {
        if (BinaryFunctions.Bytes(task, keyArgument, out var refused) is not { } key) return refused;
        if (Algorithm(task, name, HashAlgorithms.UsualKeyed, out refused) is not { } algorithm) return refused;
        return Effort.Take(task, (data.Length + key.Length) * 8L) ? Result(algorithm.Authenticate(key, data), binary) : Value.Failure;
    }

    /// <summary>The hash function that an argument names; null, and the error raised, if there is none.</summary>
    internal static HashAlgorithm? Algorithm(MooTask task, Value? name, HashAlgorithm usual, out Value refused)
    {
        refused = default;
        if (name is not { } given) return usual;
        var text = given.Reference switch
        {
            string word => word,
            MooSymbol symbol => symbol.Name,
            _ => null,
        };
        if (text is not null && HashAlgorithms.Find(text) is { } algorithm) return algorithm;
        refused = text is null ? task.RaiseHere(ErrorCode.E_TYPE, "an algorithm is named by a string, not {0}", Value.Str(Kinds.Describe(given)))
            : task.RaiseHere(ErrorCode.E_INVARG, "there is no algorithm \"{0}\"", Value.Str(text));
        return null;
    }

    private static Value Result(ReadOnlySpan<byte> hash, bool binary) => Value.Str(binary ? ByteText.WriteEscaped(hash) : Convert.ToHexString(hash));
}
