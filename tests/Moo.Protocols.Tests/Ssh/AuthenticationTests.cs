using Moo.Protocols.Ssh;

namespace Moo.Protocols.Tests.Ssh;

/// <summary>Passwords, keys and tries.</summary>
public sealed class AuthenticationTests
{
    [Fact]
    public void A_name_alone_is_asked_about_too()
    {
        using var client = new SshClient().Greet();
        client.Expect(SshMessage.ServiceAccept);

        client.Send(SshClient.Login("guest", "none"));

        Assert.Equal(new LoginTry("guest", LoginMethod.None), Assert.Single(client.Host.Logins));
        var failure = new SshReader(client.Expect(SshMessage.UserAuthFailure).AsSpan(1));
        Assert.Equal(["publickey", "password", "keyboard-interactive"], failure.Names());
    }

    [Fact]
    public void A_right_password_lets_in()
    {
        using var client = new SshClient().Greet();
        client.Host.Accepts = attempt => attempt is { Name: "ann", Method: LoginMethod.Password, Password: "réd" };
        client.Expect(SshMessage.ServiceAccept);

        client.SendPassword("ann", "red");
        client.Expect(SshMessage.UserAuthFailure);
        client.SendPassword("ann", "réd");
        client.Expect(SshMessage.UserAuthSuccess);
    }

    [Fact]
    public void A_password_may_be_asked_for_by_the_keyboard_interactive_method()
    {
        using var client = new SshClient().Greet();
        client.Host.Accepts = attempt => attempt.Password == "red";
        client.Expect(SshMessage.ServiceAccept);

        client.Send(SshClient.Login("ann", "keyboard-interactive").String("").String(""));
        client.Expect(SshMessage.UserAuthAnswer);
        client.Send(SshWriter.Message(SshMessage.UserAuthInfoResponse).UInt32(1).String("red"));

        client.Expect(SshMessage.UserAuthSuccess);
    }

    [Fact]
    public void An_answer_that_nobody_asked_for_ends_the_connection()
    {
        using var client = new SshClient().Greet();

        client.Send(SshWriter.Message(SshMessage.UserAuthInfoResponse).UInt32(1).String("red"));

        Assert.Equal("close: SshBroken", client.Host.Take());
    }

    [Fact]
    public void The_third_wrong_password_is_the_last()
    {
        using var client = new SshClient().Greet();
        for (var i = 0; i < 3; i++)
            client.SendPassword("ann", "wrong");

        Assert.Equal("Too many tries to log in.", client.ExpectDisconnect());
        Assert.Equal("close: NoLogin", client.Host.Take());
        client.SendPassword("ann", "wrong");
        Assert.Equal(3, client.Host.Logins.Count);
    }

    [Fact]
    public void Offers_of_keys_cost_no_try_but_have_an_end()
    {
        using var client = new SshClient().Greet();
        using var pair = new SigningKey("ecdsa-sha2-nistp256");
        for (var i = 0; i < 30; i++)
            client.Send(pair.Offer("ann"));

        Assert.Equal("close: NoLogin", client.Host.Take());
        Assert.Equal(20, client.Host.Logins.Count);
        Assert.All(client.Host.Logins, attempt => Assert.Equal(LoginMethod.Offer, attempt.Method));
    }

    [Fact]
    public void Nothing_is_taken_in_while_a_login_waits_for_its_answer()
    {
        using var client = new SshClient().Greet();
        client.Host.Accepts = null;
        client.SendPassword("ann", "first");
        client.SendPassword("ann", "second");
        Assert.Single(client.Host.Logins);

        client.Host.Accepts = _ => false;
        client.Host.Answer();

        Assert.Equal(["first", "second"], client.Host.Logins.Select(attempt => attempt.Password));
    }

    [Fact]
    public void Whoever_sends_and_sends_while_a_login_waits_is_sent_away()
    {
        using var client = new SshClient().Greet();
        client.Host.Accepts = null;
        client.SendPassword("ann", "first");

        for (var i = 0; i < 10; i++)
            client.SendRaw(new byte[10_000]);

        Assert.Equal("close: SshBroken", client.Host.Take());
    }

    [Fact]
    public void What_the_world_says_to_a_wrong_password_is_shown_and_not_kept()
    {
        using var client = new SshClient().Greet();
        client.Expect(SshMessage.ServiceAccept);
        client.Host.Accepts = null;
        client.SendPassword("ann", "wrong");
        client.Peer.WriteText("No such \e[1mname.\n");
        client.Peer.Answer(false);

        var banner = new SshReader(client.Expect(SshMessage.UserAuthBanner).AsSpan(1));
        Assert.Equal("No such name.\n", banner.Text());
        client.Expect(SshMessage.UserAuthFailure);
        client.Host.Accepts = _ => true;
        client.SendPassword("ann", "right");
        client.Expect(SshMessage.UserAuthSuccess);
        client.Open();
        client.Request("shell");
        Assert.Equal("", client.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("an\u0007n")]
    [InlineData("an\nn")]
    public void A_name_with_control_characters_is_nobody(string name)
    {
        using var client = new SshClient().Greet();
        client.Expect(SshMessage.ServiceAccept);

        client.SendPassword(name, "x");

        client.Expect(SshMessage.UserAuthFailure);
        Assert.Empty(client.Host.Logins);
    }

    [Theory]
    [InlineData("ecdsa-sha2-nistp256")]
    [InlineData("ecdsa-sha2-nistp384")]
    [InlineData("ecdsa-sha2-nistp521")]
    [InlineData("rsa-sha2-256")]
    [InlineData("rsa-sha2-512")]
    public void A_key_that_is_proven_lets_in(string algorithm)
    {
        using var client = new SshClient().Greet();
        using var pair = new SigningKey(algorithm);
        client.Expect(SshMessage.ServiceAccept);
        client.Host.Accepts = attempt => attempt.Key!.Base64 == Convert.ToBase64String(pair.Blob);

        client.Send(pair.Offer("ann"));
        client.Expect(SshMessage.UserAuthAnswer);
        client.Send(pair.Signed("ann", client.SessionId!));

        client.Expect(SshMessage.UserAuthSuccess);
        Assert.Equal([LoginMethod.Offer, LoginMethod.PublicKey], client.Host.Logins.Select(attempt => attempt.Method));
    }

    [Theory]
    [InlineData("ecdsa-sha2-nistp256")]
    [InlineData("rsa-sha2-512")]
    public void A_signature_for_another_session_or_name_or_none_at_all_is_refused_unseen(string algorithm)
    {
        using var client = new SshClient().Greet();
        using var pair = new SigningKey(algorithm);
        client.Host.Accepts = _ => true;
        client.Expect(SshMessage.ServiceAccept);
        var other = client.SessionId!.ToArray();
        other[3] ^= 1;

        client.Send(pair.Signed("ann", other));
        client.Expect(SshMessage.UserAuthFailure);
        client.Send(pair.Signed("ann", client.SessionId!, saidName: "bob"));
        client.Expect(SshMessage.UserAuthFailure);
        client.Send(pair.Signed("ann", client.SessionId!, signature: new SshWriter().String(algorithm).String(new byte[64]).ToArray()));

        Assert.Empty(client.Host.Logins);
        Assert.Equal("close: NoLogin", client.Host.Take());
    }

    [Fact]
    public void Short_RSA_keys_and_old_hashes_are_refused()
    {
        using var client = new SshClient().Greet();
        using var small = new SigningKey("rsa-sha2-256", bits: 1024);
        client.Host.Accepts = _ => true;
        client.Expect(SshMessage.ServiceAccept);

        client.Send(small.Signed("ann", client.SessionId!));
        client.Expect(SshMessage.UserAuthFailure);
        client.Send(SshClient.Login("ann", "publickey").Boolean(false).String("ssh-rsa").String(small.Blob));
        client.Expect(SshMessage.UserAuthFailure);

        Assert.Empty(client.Host.Logins);
    }

    [Fact]
    public void Who_takes_too_long_to_log_in_is_sent_away()
    {
        using var client = new SshClient().Greet();
        client.Peer.Tick(client.Now + 29_000);
        Assert.Equal("", client.Host.Take());

        client.Peer.Tick(client.Now + 31_000);

        Assert.Equal("close: NoLogin", client.Host.Take());
    }

    [Theory]
    [InlineData(SshMessage.ChannelOpen)]
    [InlineData(SshMessage.ChannelData)]
    [InlineData(SshMessage.GlobalRequest)]
    public void Nothing_is_opened_before_the_login(byte number)
    {
        using var client = new SshClient().Greet();

        client.Send(SshWriter.Message(number).String("session").UInt32(0).UInt32(1000).UInt32(1000));

        Assert.Equal("close: SshBroken", client.Host.Take());
    }
}
