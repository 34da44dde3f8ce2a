using System.Security.Cryptography;
using Moo.Language.Builtins.Text;
using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Builtins;

public sealed class BinaryTests
{
    [Theory]
    [InlineData("decode_binary(\"foo\")", "{\"foo\"}")]
    [InlineData("decode_binary(\"\")", "{}")]
    [InlineData("decode_binary(\"~~~20\")", "E_INVARG")]
    [InlineData("decode_binary(\"~7Ex~00~ffy~09z\")", "{\"~x\", 0, 255, \"y\\tz\"}")]
    [InlineData("decode_binary(\"é\")", "{195, 169}")]
    [InlineData("decode_binary(\"a~0\")", "E_INVARG")]
    [InlineData("decode_binary(\"a~ g\")", "E_INVARG")]
    [InlineData("decode_binary(\"a~+1\")", "E_INVARG")]
    [InlineData("decode_binary(\"A~0A\", 1)", "{65, 10}")]
    [InlineData("encode_binary(\"~foo\\t\", {25, {}, \"x\"}, 255)", "\"~7Efoo~09~19x~FF\"")]
    [InlineData("encode_binary()", "\"\"")]
    [InlineData("encode_binary(b\"/w==\")", "\"~FF\"")]
    [InlineData("encode_binary(\"é\")", "\"~C3~A9\"")]
    [InlineData("encode_binary(256)", "E_INVARG")]
    [InlineData("encode_binary(-1)", "E_INVARG")]
    [InlineData("encode_binary({1.0})", "E_INVARG")]
    [InlineData("encode_base64(\"\")", "\"\"")]
    [InlineData("encode_base64(\"f\")", "\"Zg==\"")]
    [InlineData("encode_base64(\"fo\")", "\"Zm8=\"")]
    [InlineData("encode_base64(\"foo\")", "\"Zm9v\"")]
    [InlineData("encode_base64(\"~FF~FE~FD\")", "\"//79\"")]
    [InlineData("encode_base64(\"~FF~FE\", 1)", "\"__4\"")]
    [InlineData("encode_base64(\"f\", 0, 1)", "\"Zg\"")]
    [InlineData("encode_base64(b\"Zg==\")", "\"Zg==\"")]
    [InlineData("encode_base64(\"~F\")", "E_INVARG")]
    [InlineData("encode_base64(1)", "E_TYPE")]
    [InlineData("decode_base64(\"Zg==\")", "\"f\"")]
    [InlineData("decode_base64(\"//79\")", "\"~FF~FE~FD\"")]
    [InlineData("decode_base64(\"__4\", 1)", "\"~FF~FE\"")]
    [InlineData("decode_base64(\"__4=\", 1)", "\"~FF~FE\"")]
    [InlineData("decode_base64(\"\")", "\"\"")]
    [InlineData("decode_base64(\"Zg\")", "E_INVARG")]
    [InlineData("decode_base64(\"Z\", 1)", "E_INVARG")]
    [InlineData("decode_base64(\"Zg=\")", "E_INVARG")]
    [InlineData("decode_base64(\"Z===\")", "E_INVARG")]
    [InlineData("decode_base64(\"Zg==Zg==\")", "E_INVARG")]
    [InlineData("decode_base64(\"Zm9v\\n\")", "E_INVARG")]
    [InlineData("decode_base64(\"__4=\")", "E_INVARG")]
    [InlineData("decode_base64(\"//79\", 1)", "E_INVARG")]
    [InlineData("decode_base64(\"Zm9é\")", "E_INVARG")]
    [InlineData("decode_base64(\"AB==\")", "\"~00\"")]
    [InlineData("encode_base32(\"\")", "\"\"")]
    [InlineData("encode_base32(\"f\")", "\"MY======\"")]
    [InlineData("encode_base32(\"fo\")", "\"MZXQ====\"")]
    [InlineData("encode_base32(\"foo\")", "\"MZXW6===\"")]
    [InlineData("encode_base32(\"foob\")", "\"MZXW6YQ=\"")]
    [InlineData("encode_base32(\"fooba\")", "\"MZXW6YTB\"")]
    [InlineData("encode_base32(b\"Zm9vYmFy\")", "\"MZXW6YTBOI======\"")]
    [InlineData("encode_base32(1)", "E_TYPE")]
    [InlineData("decode_base32(\"mzxw6ytboi\")", "b\"Zm9vYmFy\"")]
    [InlineData("decode_base32(\"MZXW6YQ=\")", "b\"Zm9vYg==\"")]
    [InlineData("decode_base32(\"M\")", "E_INVARG")]
    [InlineData("decode_base32(\"M1======\")", "E_INVARG")]
    [InlineData("decode_base32(\"MY=====A\")", "E_INVARG")]
    [InlineData("binary_to_str(\"~C3~A9\")", "\"é\"")]
    [InlineData("binary_to_str(b\"/w==\")", "E_INVARG")]
    [InlineData("binary_to_str(b\"Yf8=\", 1)", "\"a\ufffd\"")]
    [InlineData("binary_to_str(5)", "E_TYPE")]
    [InlineData("random_bytes(0)", "\"\"")]
    [InlineData("random_bytes(-1)", "E_INVARG")]
    [InlineData("random_bytes(10001)", "E_INVARG")]
    [InlineData("parse_ansi(\"[RED]a[b:Blue]b[nosuch]c[\")", "\"\\x1B[31ma\\x1B[44mb[nosuch]c[\"")]
    [InlineData("parse_ansi(\"[re[null]d]\")", "\"[red]\"")]
    [InlineData("parse_ansi(\"[beep]\")", "\"\\x07\"")]
    [InlineData("length(parse_ansi(\"[random]\"))", "5")]
    [InlineData("remove_ansi(\"[bold][Random]x[null][/bold]\")", "\"x[/bold]\"")]
    [InlineData("remove_ansi(\"[[red]]\")", "\"[]\"")]
    [InlineData("url_encode(\"az-._~ +%\")", "\"az-._~%20%2B%25\"")]
    [InlineData("url_decode(\"%41+%zz%\")", "\"A+%zz%\"")]
    [InlineData("url_decode(\"%C3%A9é\")", "\"éé\"")]
    [InlineData("url_decode(\"%FF\")", "E_INVARG")]
    [InlineData("urldecode(\"a+b%2B\")", "\"a+b+\"")]
    [InlineData("urldecode(\"a+b%2B\", 1)", "\"a b+\"")]
    [InlineData("urldecode(\"%4\")", "E_INVARG")]
    [InlineData("urldecode(\"%zz\")", "E_INVARG")]
    public void An_encoding_has_its_result(string expression, string expected)
    {
        using var moo = new TestMoo();

        Assert.Equal(expected, moo.Eval($"`{expression} ! ANY'"));
    }

    [Fact]
    public void Whatever_was_encoded_decodes_to_the_same()
    {
        for (var length = 0; length < 70; length++)
        {
            var bytes = RandomNumberGenerator.GetBytes(length);

            Assert.Equal(bytes, ByteText.TryRead(ByteText.Write(bytes)));
            Assert.Equal(bytes, ByteText.TryRead(ByteText.WriteEscaped(bytes)));
            Assert.Equal(bytes, Base32.TryDecode(Base32.Encode(bytes)));
        }
    }
}
