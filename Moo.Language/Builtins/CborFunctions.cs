using Moo.Language.Builtins.Documents;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Values as CBOR (RFC 8949): compact, and with nothing lost.</summary>
internal static class CborFunctions
{
    /// <summary>Writes a value as CBOR, a binary value; equal values become equal bytes.</summary>
    /// <remarks>
    /// Numbers, strings, lists, maps, booleans and binary values become their like; objects, symbols, errors and flyweights an array of a name and parts under tag 27, such as
    /// <c>["moo/obj", 12]</c>. Differs from mooR, which writes those otherwise.
    /// </remarks>
    /// <example>encode_cbor({1, "a"}) => b"ggFhYQ=="</example>
    /// <exception cref="MooError">E_INVARG for functions, WAIFs and anonymous objects; E_QUOTA if the result would be too long.</exception>
    [Builtin("encode_cbor")]
    public static Value Encode(MooTask task, Value value)
    {
        if (!Effort.OfBytes(task, value.Bytes)) return Value.Failure;
        if (CborWriting.Write(value, out var refused) is not { } bytes)
            return task.RaiseHere(ErrorCode.E_INVARG, "{0} means nothing outside this world", Value.Str(Kinds.Describe(refused)));
        if (bytes.Length > task.Limits.MaxStringConcat) return task.RaiseQuota(default, "a binary value may be {0} bytes long", task.Limits.MaxStringConcat);
        return Value.Of(new MooBinary(bytes));
    }

    /// <summary>Reads a value written as CBOR, from a binary value or a binary string.</summary>
    /// <remarks>It need not come from <c>encode_cbor()</c>: all of CBOR is understood. Null is <c>#-1</c>; tags that are not known are passed over.</remarks>
    /// <example>decode_cbor(encode_cbor({1, 2.5, "a", #1, 'sym, E_PERM, ["k" -> true]})) => {1, 2.5, "a", #1, 'sym, E_PERM, ["k" -> true]}</example>
    /// <exception cref="MooError">E_TYPE for what are no bytes; E_INVARG for bytes that are no CBOR, and for numbers and keys that MOO does not have; E_QUOTA if the value would be too large.</exception>
    [Builtin("decode_cbor")]
    public static Value Decode(MooTask task, Value data)
    {
        if (BinaryFunctions.Bytes(task, data, out var refused) is not { } bytes) return refused;
        const int costOfOne = 16;
        if (!Effort.Take(task, bytes.Length * (long)costOfOne)) return Value.Failure;
        try
        {
            return Quota.Check(task, CborReading.Read(bytes, task.Limits.MaxListBytes));
        }
        catch (CborException malformed)
        {
            return task.RaiseHere(ErrorCode.E_INVARG, "this is no CBOR: {0}", Value.Str(malformed.Message));
        }
    }
}
