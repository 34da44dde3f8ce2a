using System.Security.Cryptography;
using System.Text;
using Moo.Language.Builtins.Hashing;
using Moo.Language.Tests.Support;
using HashAlgorithm = Moo.Language.Builtins.Hashing.HashAlgorithm;

namespace Moo.Language.Tests.Builtins;

public sealed class HashTests
{
    private static string Hash(string name, ReadOnlySpan<byte> data) => Hash(HashAlgorithms.Find(name)!, data);

    private static string Hash(HashAlgorithm algorithm, ReadOnlySpan<byte> data)
    {
        var hash = new byte[algorithm.Length];
        algorithm.Hash(data, hash);
        return Convert.ToHexString(hash);
    }

    [Theory]
    [InlineData("", "D41D8CD98F00B204E9800998ECF8427E")]
    [InlineData("a", "0CC175B9C0F1B6A831C399E269772661")]
    [InlineData("abc", "900150983CD24FB0D6963F7D28E17F72")]
    [InlineData("message digest", "F96B697D7CB7938D525A2F31AAF161D0")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901234567890", "57EDF4A22BE3C955AC49DA2E2107B67A")]
    public void Md5_has_the_standards_results(string text, string expected) => Assert.Equal(expected, Hash("MD5", Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Md5_agrees_with_dotnet_at_every_length()
    {
        foreach (var length in Enumerable.Range(0, 301).Concat([1023, 1024, 1025, 4000]))
        {
            for (var round = 0; round < 5; round++)
            {
                var data = RandomNumberGenerator.GetBytes(length);

                Assert.Equal(Hash(new HashAlgorithm("MD5", 16, 64, MD5.HashData), data), Hash("MD5", data));
            }
        }
    }

    [Theory]
    [InlineData("SHA1", "A9993E364706816ABA3E25717850C26C9CD0D89D")]
    [InlineData("SHA256", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("SHA384", "CB00753F45A35E8BB5A03D699AC65007272C32AB0EDED1631A8B605A43FF5BED8086072BA1E7CC2358BAECA134C825A7")]
    [InlineData("SHA512", "DDAF35A193617ABACC417349AE20413112E6FA4E89A97EA20A9EEEE64B55D39A2192992A274FC1A836BA3C23A3FEEBBD454D4423643CE80E2A9AC94FA54CA49F")]
    public void The_platforms_hashes_have_the_standards_results(string name, string expected) => Assert.Equal(expected, Hash(name, "abc"u8));

    [Theory]
    [InlineData("", "D14A028C2A3A2BC9476102BB288234C415A2B01F828EA62AC5B3E42F")]
    [InlineData("abc", "23097D223405D8228642A477BDA255B32AADBCE4BDA0B3F7E36C9DA7")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "75388B16512776CC5DBA5DA1FD890150B0C6455CB4F58B1952522525")]
    public void Sha224_has_the_standards_results(string text, string expected) =>
        Assert.Equal(expected, Hash("SHA224", Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData("", "9C1185A5C5E9FC54612808977EE8F548B2258D31")]
    [InlineData("a", "0BDC9D2D256B3EE9DAAE347BE6F4DC835A467FFE")]
    [InlineData("abc", "8EB208F7E05D987A9B044A8E98C6B087F15A0BFC")]
    [InlineData("message digest", "5D0689EF49D2FAE572B881B123A85FFA21595F36")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "12A053384A9C0C88E405A06C27DCF49ADA62EB2B")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901234567890", "9B752E45573D4B39F4DBD3323CAB82BF63326BFB")]
    public void Ripemd160_has_its_authors_results(string text, string expected) =>
        Assert.Equal(expected, Hash("RIPEMD160", Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Long_data_hash_as_their_authors_say()
    {
        var million = Enumerable.Repeat((byte)'a', 1_000_000).ToArray();

        Assert.Equal("20794655980C91D8BBB4C1EA97618A4BF03F42581948B2EE4EE7AD67", Hash("SHA224", million));
        Assert.Equal("52783243C1697BDBE16D37F97F68F08325DC1528", Hash("RIPEMD160", million));
    }

    [Fact]
    public void Keyed_hashes_agree_with_dotnet()
    {
        foreach (var length in new[] { 0, 1, 63, 64, 65, 127, 128, 129, 500 })
        {
            var (key, data) = (RandomNumberGenerator.GetBytes(length), RandomNumberGenerator.GetBytes(length + 7));

            Assert.Equal(HMACSHA256.HashData(key, data), HashAlgorithms.Find("sha256")!.Authenticate(key, data));
            Assert.Equal(HMACSHA512.HashData(key, data), HashAlgorithms.Find("SHA512")!.Authenticate(key, data));
        }
    }

    [Theory]
    [InlineData("string_hash(\"\")", "\"D41D8CD98F00B204E9800998ECF8427E\"")]
    [InlineData("string_hash(\"é\")", "\"66DDCD97CFDEABB2F6FB8A999B4BC76F\"")]
    [InlineData("string_hash(\"abc\", 'sha256)", "\"BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD\"")]
    [InlineData("string_hash(\"abc\", \"MD5\", 1)", "\"~90~01~50~98~3C~D2~4F~B0~D6~96~3F~7D~28~E1~7F~72\"")]
    [InlineData("string_hash(\"abc\", \"ripemd160\")", "\"8EB208F7E05D987A9B044A8E98C6B087F15A0BFC\"")]
    [InlineData("length(string_hash(\"\", \"sha384\"))", "96")]
    [InlineData("binary_hash(\"~61bc\") == binary_hash(b\"YWJj\")", "1")]
    [InlineData("value_hash(\"abc\") == string_hash(\"\\\"abc\\\"\")", "1")]
    [InlineData("string_hmac(\"Hi There\", \"~0b~0b~0b~0b~0b~0b~0b~0b~0b~0b~0b~0b~0b~0b~0b~0b~0b~0b~0b~0b\")", "\"B0344C61D8DB38535CA8AFCEAF0BF12B881DC200C9833DA726E9376C2E32CFF7\"")]
    [InlineData("string_hmac(\"what do ya want for nothing?\", \"Jefe\", \"SHA1\")", "\"EFFCDF6AE5EB2FA2D27416D5F184DF9C259A7C79\"")]
    [InlineData("string_hmac(\"what do ya want for nothing?\", \"Jefe\", \"md5\", 1)[1..12]", "\"~75~0C~78~3E\"")]
    [InlineData("`string_hash(\"a\", \"sha3\") ! ANY'", "E_INVARG")]
    [InlineData("`string_hash(\"a\", 1) ! ANY'", "E_TYPE")]
    [InlineData("`string_hash(1) ! ANY'", "E_TYPE")]
    [InlineData("`binary_hash(\"~6\") ! ANY'", "E_INVARG")]
    [InlineData("`binary_hash(1) ! ANY'", "E_TYPE")]
    [InlineData("`string_hmac(\"a\", \"~\") ! ANY'", "E_INVARG")]
    [InlineData("`string_hmac(\"a\", 5) ! ANY'", "E_TYPE")]
    [InlineData("`binary_hmac(\"~x\", \"a\") ! ANY'", "E_INVARG")]
    [InlineData("`value_hmac(1, \"~x\") ! ANY'", "E_INVARG")]
    [InlineData("hotp(\"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\", 0)", "\"755224\"")]
    [InlineData("hotp(\"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\", 9)", "\"520489\"")]
    [InlineData("hotp(b\"MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=\", 9)", "\"520489\"")]
    [InlineData("hotp(\"gezdgnbvgy3tqojqgezdgnbvgy3tqojq\", 0, 10)", "\"1284755224\"")]
    [InlineData("totp(\"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\", 1111111109, 30, 'sha1, 8)", "\"07081804\"")]
    [InlineData("totp(\"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA====\", 59, 30, \"sha256\", 8)", "\"46119246\"")]
    [InlineData("length(totp(\"GEZDGNBVGY3TQOJQ\"))", "6")]
    [InlineData("`hotp(\"1\", 0) ! ANY'", "E_INVARG")]
    [InlineData("`hotp(\"GEZDGNBV\", -1) ! ANY'", "E_INVARG")]
    [InlineData("`hotp(\"GEZDGNBV\", 0, 11) ! ANY'", "E_INVARG")]
    [InlineData("`hotp(1, 0) ! ANY'", "E_TYPE")]
    [InlineData("`totp(\"GEZDGNBV\", -1) ! ANY'", "E_INVARG")]
    [InlineData("`totp(\"GEZDGNBV\", 1, 0) ! ANY'", "E_INVARG")]
    [InlineData("`totp(\"GEZDGNBV\", 1, 30, \"md5\") ! ANY'", "E_INVARG")]
    public void A_hash_function_has_its_result(string expression, string expected)
    {
        using var moo = new TestMoo();

        Assert.Equal(expected, moo.Eval(expression));
    }
}
