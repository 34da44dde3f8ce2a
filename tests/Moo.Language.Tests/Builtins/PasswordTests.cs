using System.Text;
using Moo.Language.Builtins.Passwords;
using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Builtins;

public sealed class PasswordTests
{
    [Theory]
    [InlineData("", "786A02F742015903C6C6FD852552D272912F4740E15847618A86E217F71F5419D25E1031AFEE585313896444934EB04B903A685B1448B755D56F701AFE9BE2CE")]
    [InlineData("abc", "BA80A53F981C4D0D6A2797B69F12F6E94C212F14685AC4B74B12BB6FDBFFA2D17D87C5392AAB792DC252D5DE4533CC9518D38AA8DBF1925AB92386EDD4009923")]
    public void Blake2b_has_the_standards_results(string text, string expected)
    {
        var hash = new byte[64];

        Blake2b.Hash(Encoding.ASCII.GetBytes(text), hash);

        Assert.Equal(expected, Convert.ToHexString(hash));
    }

    [Fact]
    public void Blake2b_takes_whole_blocks_and_more()
    {
        var hash = new byte[64];

        Blake2b.Hash(Enumerable.Range(0, 256).Select(i => (byte)i).ToArray(), hash);

        Assert.StartsWith("1ECC896F34D3F9CAC484C73F75F6A5FB58EE6784BE41B35F46067B9C65C63A67", Convert.ToHexString(hash));
    }

    // RFC 9106, 5.3.
    [Fact]
    public void Argon2id_has_the_standards_result()
    {
        var hash = Argon2id.Hash(Filled(1, 32), Filled(2, 16), new Argon2Cost(32, 3, 4), 32, Filled(3, 8), Filled(4, 12));

        Assert.Equal("0D640DF58D78766C08C037A34A8B53C9D01EF0452D75B65EB52520E96B01E659", Convert.ToHexString(hash));
    }

    // From the test suite of the reference implementation.
    [Theory]
    [InlineData("password", "somesalt", 65536, 2, 1, "09316115D5CF24ED5A15A31A3BA326E5CF32EDC24702987C02B6566F61913CF7")]
    [InlineData("password", "somesalt", 256, 2, 1, "9DFEB910E80BAD0311FEE20F9C0E2B12C17987B4CAC90C2EF54D5B3021C68BFE")]
    [InlineData("password", "somesalt", 256, 2, 2, "6D093C501FD5999645E0EA3BF620D7B8BE7FD2DB59C20D9FFF9539DA2BF57037")]
    [InlineData("password", "somesalt", 65536, 1, 1, "F6A5ADC1BA723DDDEF9B5AC1D464E180FCD9DFFC9D1CBF76CCA2FED795D9CA98")]
    [InlineData("differentpassword", "somesalt", 65536, 2, 1, "0B84D652CF6B0C4BEAEF0DFE278BA6A80DF6696281D7E0D2891B817D8C458FDE")]
    [InlineData("password", "diffsalt", 65536, 2, 1, "BDF32B05CCC42EB15D58FD19B1F856B113DA1E9A5874FDCC544308565AA8141C")]
    public void Argon2id_agrees_with_the_reference(string password, string salt, int memory, int iterations, int lanes, string expected)
    {
        var hash = Argon2id.Hash(Encoding.ASCII.GetBytes(password), Encoding.ASCII.GetBytes(salt), new Argon2Cost(memory, iterations, lanes), 32);

        Assert.Equal(expected, Convert.ToHexString(hash));
    }

    // Made by crypt(3), not by this server.
    [Theory]
    [InlineData("abMbH7WsHr7wQ")]
    [InlineData("$1$saltsalt$le8lFSqqnPaRFOlmAZpvH1")]
    [InlineData("$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1")]
    [InlineData("$2b$05$abcdefghijklmnopqrstuu7nFISH/8YdwlXD3lw69A4iBUf6fvWAW")]
    public void What_crypt_has_made_verifies_like_what_argon2_makes(string hash)
    {
        using var moo = new TestMoo();

        Assert.Equal("{1, 0}", moo.Eval($"{{argon2_verify(\"{hash}\", \"Hello world!\"), argon2_verify(\"{hash}\", \"Hello\")}}"));
        Assert.Equal("{0, 0, 0}", moo.Eval("{argon2_verify(\"\", \"\"), argon2_verify(\"ab\", \"x\"), argon2_verify(\"*\", \"x\")}"));
    }

    [Fact]
    public void What_argon2_has_made_compares_by_crypt()
    {
        using var moo = new TestMoo();

        Assert.Equal("{1, 0}", moo.Run("h = argon2(\"secret\", \"somesalt\", 1, 64); return {crypt(\"secret\", h) == h, crypt(\"Secret\", h) == h};").ToString());
    }

    [Fact]
    public void A_hash_from_elsewhere_verifies()
    {
        using var moo = new TestMoo();
        const string hash = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

        Assert.Equal("{1, 0}", moo.Eval($"{{argon2_verify(\"{hash}\", \"password\"), argon2_verify(\"{hash}\", \"Password\")}}"));
    }

    [Theory]
    [InlineData("argon2(\"a\", \"short\")", "E_INVARG")]
    [InlineData("argon2(\"a\", \"somesalt\", 0)", "E_INVARG")]
    [InlineData("argon2(\"a\", \"somesalt\", 1, 7)", "E_INVARG")]
    [InlineData("argon2(\"a\", \"somesalt\", 1, 9223372036854775807)", "E_INVARG")]
    [InlineData("argon2(\"a\", \"somesalt\", 1, 64, 17)", "E_INVARG")]
    [InlineData("argon2(\"a\", \"somesalt\", 100000, 64000)", "E_INVARG")]
    [InlineData("argon2(\"a\", 1)", "E_TYPE")]
    [InlineData("argon2_verify(\"nonsense\", \"a\")", "0")]
    [InlineData("argon2_verify(\"$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$!!!!\", \"a\")", "0")]
    [InlineData("argon2_verify(\"$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR\", \"a\")", "0")]
    [InlineData("argon2_verify(\"$argon2id$v=19$m=4294967295,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR\", \"a\")", "E_INVARG")]
    public void Argon2_minds_its_arguments(string expression, string expected)
    {
        using var moo = new TestMoo();

        Assert.Equal(expected, moo.Eval($"`{expression} ! ANY'"));
    }

    [Theory]
    [InlineData("argon2(\"a\", \"somesalt\")")]
    [InlineData("argon2_verify(\"a\", \"b\")")]
    [InlineData("crypt(\"a\", \"$2a$06$abcdefghijklmnopqrstuu\")")]
    [InlineData("crypt(\"a\", \"$5$rounds=6000$abcdefgh\")")]
    [InlineData("crypt(\"a\", \"$y$j9T$abcdefgh\")")]
    public void Strong_hashing_is_for_wizards(string expression)
    {
        using var moo = new TestMoo();

        Assert.Equal("E_PERM", moo.Eval($"`{expression} ! ANY'", TestMoo.Programmer));
    }

    [Theory]
    [InlineData("crypt(\"potrzebie\", \"ab\")", "\"abxeBtdjz..OA\"")]
    [InlineData("crypt(\"password\", \"$1$saltsalt\")", "\"$1$saltsalt$qjXMvbEw8oaL.CzflDtaK/\"")]
    [InlineData("crypt(\"Hello world!\", \"$5$saltstring\")", "\"$5$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5\"")]
    [InlineData("crypt(\"Hello world!\", \"$5$rounds=10000$saltstringsaltstring\")[1..33]", "\"$5$rounds=10000$saltstringsaltst$\"")]
    public void Crypt_hashes_as_everywhere(string expression, string expected)
    {
        using var moo = new TestMoo();

        Assert.Equal(expected, moo.Eval(expression));
    }

    [Fact]
    public void Crypt_verifies_bcrypt_and_yescrypt()
    {
        using var moo = new TestMoo();

        Assert.Equal("{1, 1, 0}", moo.Run("""
            b = crypt("secret", salt("$2a$06$"));
            y = crypt("secret", "$y$j9T$F5Jx5fExrKuPp53xLKQ..1");
            return {crypt("secret", b) == b, crypt("secret", y) == y, crypt("Secret", b) == b};
            """).ToString());
    }

    [Theory]
    [InlineData("length(crypt(\"a\"))", "13")]
    [InlineData("length(crypt(\"a\", \"x\"))", "13")]
    [InlineData("crypt(\"a\", \"!!\")", "E_INVARG")]
    [InlineData("crypt(\"a\", \"$9$abc\")", "E_INVARG")]
    [InlineData("crypt(\"a\", \"$2a$xx$abc\")", "E_INVARG")]
    [InlineData("crypt(\"a\", \"$2a$31$abcdefghijklmnopqrstuu\")", "E_INVARG")]
    [InlineData("crypt(\"a\", \"$6$rounds=999999999$abcdefgh\")", "E_INVARG")]
    [InlineData("crypt(\"a\", \"$7$zU..../....abc\")", "E_INVARG")]
    [InlineData("crypt(\"a\\x00b\", \"ab\")", "E_INVARG")]
    [InlineData("crypt(1)", "E_TYPE")]
    [InlineData("length(salt())", "22")]
    [InlineData("salt(\"\", \"~00~3F\")", "\".z\"")]
    [InlineData("salt(\"$1$\", \"~00~00~00~FF~FF~FF\")", "\"$1$....zzzz\"")]
    [InlineData("salt(\"$5$rounds=1000$\", \"~01~00~00\")", "\"$5$rounds=1000$/...\"")]
    [InlineData("salt(\"$2a$\", \"1234567890123456\")", "\"$2a$05$KRGxLBS0Lxe3KBCwKxOzLe\"")]
    [InlineData("salt(\"$2a$12$\", \"1234567890123456\")[1..7]", "\"$2a$12$\"")]
    [InlineData("length(salt(\"$6$\"))", "19")]
    [InlineData("salt(\"$2a$\", \"short\")", "E_INVARG")]
    [InlineData("salt(\"$2a$32$\", \"1234567890123456\")", "E_INVARG")]
    [InlineData("salt(\"$5$rounds=1$\", \"123456\")", "E_INVARG")]
    [InlineData("salt(\"$9$\", \"123456\")", "E_INVARG")]
    [InlineData("salt(\"$1$\", \"~\")", "E_INVARG")]
    [InlineData("salt(\"\", \"a\")", "E_INVARG")]
    public void Crypt_and_salt_mind_their_arguments(string expression, string expected)
    {
        using var moo = new TestMoo();

        Assert.Equal(expected, moo.Eval($"`{expression} ! ANY'"));
    }

    // On the only worker, a task that hashes lets another one see that it has begun.
    [Fact]
    public void Hashing_keeps_nobody_else_waiting()
    {
        using var moo = new TestMoo(workers: 1);
        moo.Run("fork (0) #0.name = \"begun\"; argon2(\"a\", \"somesalt\", 16, 65536); #0.name = \"done\"; endfork");

        string name;
        do name = moo.Eval("#0.name");
        while (name == "\"System Object\"");

        Assert.Equal("\"begun\"", name);
    }

    private static byte[] Filled(byte value, int length) => [.. Enumerable.Repeat(value, length)];
}
