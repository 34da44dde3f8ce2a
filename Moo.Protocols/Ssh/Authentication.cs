using Moo.Protocols.Terminal;

namespace Moo.Protocols.Ssh;

/// <summary>Finds out who the user is (RFC 4252): password, key, or keyboard-interactive with the password as its only question.</summary>
/// <remarks>
/// Whether a password or key is right, the world knows: each try is handed out, and reading stops until it is answered.
/// An offered key costs no try, or whoever has several could not log in; requests of all kinds together are bounded.
/// </remarks>
/// <param name="transport">The transport.</param>
/// <param name="settings">How many tries there are.</param>
/// <param name="ask">Takes tries.</param>
internal sealed class Authentication(SshTransport transport, SshSettings settings, Action<LoginTry> ask)
{
    private const string Service = "ssh-userauth", NextService = "ssh-connection";
    private const string Methods = "publickey,password,keyboard-interactive";
    private const int LongestName = 255, LongestPassword = 1024;

    private LoginTry? _waiting;
    private string? _prompted;
    private byte[]? _offer;
    private int _requests, _failures;
    private bool _hasService;

    /// <summary>Whether the user is known.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Whether a try has not been answered yet.</summary>
    public bool IsWaiting => _waiting is not null;

    /// <summary>Whether the connection ends because of wrong answers.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Takes a message; false if it has no place here.</summary>
    public bool Take(ReadOnlySpan<byte> message)
    {
        var reader = new SshReader(message[1..]);
        switch (message[0])
        {
            case SshMessage.ServiceRequest:
                _hasService = reader.Text() == Service;
                if (!_hasService)
                    return false;
                transport.Send(SshWriter.Message(SshMessage.ServiceAccept).String(Service));
                return true;
            // RFC 4252 §5.1: what is asked after success is ignored.
            case SshMessage.UserAuthRequest when IsDone:
                return true;
            case SshMessage.UserAuthRequest when _hasService:
                return TakeRequest(ref reader, message);
            case SshMessage.UserAuthInfoResponse when _prompted is { } name:
                _prompted = null;
                return reader.UInt32() == 1 && TakePassword(name, ref reader);
            default:
                return false;
        }
    }

    /// <summary>Answers the try.</summary>
    /// <param name="isAccepted">Whether it was right.</param>
    /// <param name="words">What the user is to be told about it; empty for nothing.</param>
    public void Answer(bool isAccepted, string words)
    {
        if (_waiting is not { } attempt)
            return;
        _waiting = null;
        if (attempt.Method == LoginMethod.Offer && isAccepted)
        {
            transport.Send(SshWriter.Message(SshMessage.UserAuthAnswer).Bytes(_offer));
            return;
        }
        IsDone = isAccepted;
        if (isAccepted)
        {
            transport.Send([SshMessage.UserAuthSuccess]);
            return;
        }
        if (words.Length > 0)
            transport.Send(SshWriter.Message(SshMessage.UserAuthBanner).String(words).String(""));
        Fail(attempt.Method is LoginMethod.Password or LoginMethod.PublicKey);
    }

    private void Fail(bool isCounted)
    {
        _failures += isCounted ? 1 : 0;
        if (_failures >= settings.Tries || _requests >= settings.LoginRequests)
        {
            HasFailed = true;
            transport.Disconnect(DisconnectCode.NoMoreMethods, "Too many tries to log in.");
            return;
        }
        transport.Send(SshWriter.Message(SshMessage.UserAuthFailure).String(Methods).Boolean(false));
    }

    private bool TakeRequest(ref SshReader reader, ReadOnlySpan<byte> message)
    {
        var name = reader.Text();
        var service = reader.Text();
        var method = reader.Text();
        _prompted = null;
        _requests++;
        if (reader.IsBroken || service != NextService)
            return false;
        if (name.Length is 0 or > LongestName || TextSanitizer.StripControls(name) != name)
        {
            Fail(isCounted: true);
            return true;
        }
        switch (method)
        {
            case "none":
                Ask(new LoginTry(name, LoginMethod.None));
                return true;
            case "password":
                // A new password may come with the old one; it is the world's command that changes it.
                return !reader.Boolean() ? TakePassword(name, ref reader) : Refused();
            case "publickey":
                return TakeKey(name, ref reader, message);
            case "keyboard-interactive":
                _prompted = name;
                transport.Send(SshWriter.Message(SshMessage.UserAuthAnswer)
                    .String("").String("").String("").UInt32(1).String("Password: ").Boolean(false));
                return true;
            default:
                return Refused();
        }
    }

    private bool Refused()
    {
        Fail(isCounted: false);
        return true;
    }

    private bool TakePassword(string name, ref SshReader reader)
    {
        var password = reader.Text();
        if (reader.IsBroken)
            return false;
        if (password.Length > LongestPassword)
            Fail(isCounted: true);
        else
            Ask(new LoginTry(name, LoginMethod.Password, password));
        return true;
    }

    private bool TakeKey(string name, ref SshReader reader, ReadOnlySpan<byte> message)
    {
        var isSigned = reader.Boolean();
        var algorithm = reader.Text();
        var blob = reader.String();
        // RFC 4252 §7: what is signed is the session and the message up to the signature.
        var signed = message[..^reader.Rest.Length];
        var signature = isSigned ? reader.String() : default;
        if (reader.IsBroken)
            return false;
        if (!UserKey.TryRead(algorithm, blob, out var key))
            return Refused();
        if (!isSigned)
        {
            _offer = new SshWriter().String(algorithm).String(blob).ToArray();
            Ask(new LoginTry(name, LoginMethod.Offer, Key: key));
            return true;
        }
        var data = new SshWriter().String(transport.SessionId).Bytes(signed);
        if (key.HasSigned(algorithm, data.Span, signature))
            Ask(new LoginTry(name, LoginMethod.PublicKey, Key: key));
        else
            Fail(isCounted: true);
        return true;
    }

    private void Ask(LoginTry attempt)
    {
        _waiting = attempt;
        ask(attempt);
    }
}
