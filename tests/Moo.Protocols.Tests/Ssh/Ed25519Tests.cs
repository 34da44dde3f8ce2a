using System.Numerics;
using Moo.Protocols.Ssh;

namespace Moo.Protocols.Tests.Ssh;

/// <summary>Signatures of RFC 8032 §7.1, and what is not quite one.</summary>
public sealed class Ed25519Tests
{
    private const string Key = "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025";
    private const string Message = "af82";
    private const string Signature = "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a";

    [Theory]
    [InlineData("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "", "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72", "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData(Key, Message, Signature)]
    [InlineData("ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704")]
    public void The_signatures_of_the_standard_are_good(string key, string message, string signature) =>
        Assert.True(Ed25519.IsGood(Bytes(key), Bytes(message), Bytes(signature)));

    [Theory]
    [InlineData(Key)]
    [InlineData(Message)]
    [InlineData(Signature)]
    public void One_bit_makes_it_bad(string changed)
    {
        var bits = changed.Length / 2 * 8;
        for (var bit = 0; bit < bits; bit += 3)
        {
            Assert.False(Ed25519.IsGood(Flip(Key, changed, bit), Flip(Message, changed, bit), Flip(Signature, changed, bit)), $"bit {bit}");
        }
    }

    [Fact]
    public void The_same_signature_in_another_form_is_bad()
    {
        // RFC 8032 §8.4: adding the order of the group to S changes nothing in the equation.
        var order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", null);
        var signature = Bytes(Signature);
        var response = new BigInteger(signature.AsSpan(32), isUnsigned: true) + order;
        response.TryWriteBytes(signature.AsSpan(32), out _, isUnsigned: true);

        Assert.False(Ed25519.IsGood(Bytes(Key), Bytes(Message), signature));
    }

    [Theory]
    [InlineData(31, 64)]
    [InlineData(33, 64)]
    [InlineData(32, 63)]
    [InlineData(32, 65)]
    [InlineData(0, 0)]
    public void Another_length_is_bad(int key, int signature) =>
        Assert.False(Ed25519.IsGood(new byte[key], Bytes(Message), new byte[signature]));

    [Fact]
    public void A_number_that_is_no_point_is_bad()
    {
        var tooLarge = new byte[32];
        Array.Fill(tooLarge, (byte)0xFF);

        Assert.False(Ed25519.IsGood(tooLarge, Bytes(Message), Bytes(Signature)));
        Assert.False(Ed25519.IsGood(Bytes(Key), Bytes(Message), [.. tooLarge, .. Bytes(Signature)[32..]]));
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex);

    private static byte[] Flip(string hex, string changed, int bit)
    {
        var bytes = Bytes(hex);
        if (ReferenceEquals(hex, changed) || hex == changed)
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
        return bytes;
    }
}
