using System.Text;
using Moo.Language.Builtins.Passwords;
using Moo.Language.Builtins.Sealing;
using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Builtins;

/// <summary>Encryption, against the vectors of the specifications and a file that another program made.</summary>
public sealed class SealingTests
{
    private const string Secret = "AGE-SECRET-KEY-1TFKKCGX2549ZR7NP2598805NR48Y6GLSA7AZS6X25FSA8U5V5ZES8TU5QM";
    private const string Point = "age1ac64qtuxuu0acqgsuxdf9kwjgwpxrys4uxtnjclahj8g2y5yv3qswfyfff";

    // From mooR's book: with a stanza that nobody knows ("grease"), which readers must pass over.
    private const string File = "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBpSnpKdWV2ZmY2STlla1JVSkVzemtSQUowbmZCeElJb0ZWbmV1ZVNSUm1FClNPYzkxRnFIMWN4UGdOV0N1c1E2WWEwd0g1NEQ4em9EYnRkOElkeGFlMzQK"
        + "LT4gVi1ncmVhc2UgRHcgVigoICh9YSBnPm0KWkVIaGNvaDhOb1ZVSGNPY29NMVAvQnM2MFEKLS0tIC9YaU9tUG45TlJKV1pZeG9JTi8xL0IwYUJlOFRnTDE2VXhBbG44OEJsVzAKy+j0sHiugXI/N8hk9FTg9Kt+"
        + "JtWgP/LwUbFR6CROjndmhN+Z2TyWsy6/eQ==";

    [Theory] // RFC 7748 §5.2 and §6.1
    [InlineData("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4", "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
        "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552")]
    [InlineData("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb", "0900000000000000000000000000000000000000000000000000000000000000",
        "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f")]
    [InlineData("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb", "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a",
        "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742")]
    public void Two_parties_agree_as_the_standard_says(string secret, string point, string expected) =>
        Assert.Equal(expected, Convert.ToHexStringLower(Curve25519.Multiply(Convert.FromHexString(secret), Convert.FromHexString(point))));

    [Fact]
    public void Both_sides_get_the_same_secret()
    {
        for (var i = 0; i < 50; i++)
        {
            var (a, b) = (System.Security.Cryptography.RandomNumberGenerator.GetBytes(32), System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));

            Assert.Equal(Curve25519.Multiply(a, Curve25519.PublicOf(b)), Curve25519.Multiply(b, Curve25519.PublicOf(a)));
        }
    }

    [Fact] // RFC 7914 §12
    public void A_password_becomes_the_key_that_the_standard_says() =>
        Assert.Equal("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887",
            Convert.ToHexStringLower(Scrypt.Derive("pleaseletmein"u8, "SodiumChloride"u8, 14, 64)));

    [Fact]
    public void A_keyed_hash_is_what_other_programs_make_of_it() =>
        Assert.Equal("0330531d097355a3f72e80d55c1245ccf79f1704431c6e3887938320442c23c0", Convert.ToHexStringLower(Blake2b.Hash("abc"u8, "key"u8, 32)));

    [Fact] // https://github.com/paseto-standard/test-vectors, v4.json, 4-E-1
    public void A_token_is_the_one_that_the_specification_shows()
    {
        var key = Convert.FromHexString("707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f");
        const string message = """{"data":"this is a secret message","exp":"2022-01-01T00:00:00+00:00"}""";

        var token = PasetoLocal.Make(key, Encoding.UTF8.GetBytes(message), new byte[32]);

        Assert.Equal("v4.local.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAr68PS4AXe7If_ZgesdkUMvSwscFlAl1pk5HC0e8kApeaqMfGo_7OpBnwJOAbY9V7WU6abu74MmcUE8YWAiaArVI8XJ5hOb_4v9RmDkneN0S92dx0OW4pgy7omxgf3S8c3LlQg", token);
        Assert.Equal(message, Encoding.UTF8.GetString(PasetoLocal.Open(key, token)!));
    }

    [Fact] // 4-E-5, which has a footer
    public void A_token_with_a_footer_is_read_and_not_without_it()
    {
        var key = Convert.FromHexString("707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f");
        const string token = "v4.local.32VIErrEkmY4JVILovbmfPXKW9wT1OdQepjMTC_MOtjA4kiqw7_tcaOM5GNEcnTxl60WkwMsYXw6FSNb_UdJPXjpzm0KW9ojM5f4O2mRvE2IcweP-PRdoHjd5-RHCiExR1IK6t4x-RMNXtQNbz7FvFZ_G-lFpk5RG3EOrwDL6CgDqcerSQ.eyJraWQiOiJ6VmhNaVBCUDlmUmYyc25FY1Q3Z0ZUaW9lQTlDT2NOeTlEZmdMMVc2MGhhTiJ9";

        Assert.NotNull(PasetoLocal.Open(key, token));
        Assert.Null(PasetoLocal.Open(key, token[..token.LastIndexOf('.')]));
        Assert.Null(PasetoLocal.Open(key, token.Replace("v4.local.32", "v4.local.33", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_of_another_program_is_read()
    {
        using var moo = new TestMoo();

        Assert.Equal("\"secret data\"", moo.Eval($"age_decrypt(\"{File}\", {{\"{Secret}\"}})"));
    }

    [Fact]
    public void A_secret_key_belongs_to_its_public_key() =>
        Assert.Equal(Point, Bech32.Encode(AgeFile.PublicPrefix, Curve25519.PublicOf(Bech32.TryDecode(AgeFile.SecretPrefix, Secret)!)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(200_000)]
    public void Messages_of_any_length_come_back(int length)
    {
        var message = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
        var secret = Bech32.TryDecode(AgeFile.SecretPrefix, Secret)!;

        var file = AgeFile.Encrypt(message, [Curve25519.PublicOf(new byte[32]), Curve25519.PublicOf(secret)]);

        Assert.Equal(message, AgeFile.Decrypt(file, [secret]));
        Assert.Null(AgeFile.Decrypt(file, [[1, .. new byte[31]]]));
    }

    [Fact]
    public void A_file_that_was_changed_anywhere_is_refused()
    {
        var secret = Bech32.TryDecode(AgeFile.SecretPrefix, Secret)!;
        var file = AgeFile.Encrypt("secret"u8, [Curve25519.PublicOf(secret)]);

        for (var at = 0; at < file.Length; at++)
        {
            var changed = file.ToArray();
            changed[at] ^= 1;
            Assert.Null(AgeFile.Decrypt(changed, [secret]));
            Assert.Null(AgeFile.Decrypt(file[..at], [secret]));
        }
    }

    [Fact]
    public void A_passphrase_opens_what_it_closed_and_nothing_else_does()
    {
        var file = AgeFile.Encrypt("secret"u8, "open sesame");

        Assert.Equal("secret"u8.ToArray(), AgeFile.Decrypt(file, "open sesame"));
        Assert.Null(AgeFile.Decrypt(file, "open barley"));
        Assert.Null(AgeFile.Decrypt(file, [new byte[32]]));
    }

    [Fact]
    public void A_file_that_asks_for_more_work_than_is_allowed_is_refused()
    {
        var header = "age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 30\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n--- AAAA\n";

        Assert.Null(AgeFile.Decrypt(Encoding.ASCII.GetBytes(header), "x"));
    }
}
