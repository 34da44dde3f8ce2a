namespace Moo.Protocols.Ssh;

/// <summary>How somebody says who they are (RFC 4252).</summary>
public enum LoginMethod
{
    /// <summary>Not at all: the client asks whether a name alone will do.</summary>
    None,

    /// <summary>By a password.</summary>
    Password,

    /// <summary>The client asks whether a key would do; nothing is proven.</summary>
    Offer,

    /// <summary>By a key that the client has proven to have.</summary>
    PublicKey,
}

/// <summary>A try to log in, to be answered by <see cref="SshPeer.Answer"/>.</summary>
/// <param name="Name">The name that the user gave; not empty, without control characters.</param>
/// <param name="Method">How.</param>
/// <param name="Password">The password, or empty.</param>
/// <param name="Key">The key, or null.</param>
public sealed record LoginTry(string Name, LoginMethod Method, string Password = "", UserKey? Key = null)
{
    /// <summary>The text without the password.</summary>
    public override string ToString() => $"{Name} by {Method}";
}
