namespace Moo.Protocols.Telnet;

/// <summary>How an option's WILL, WONT, DO and DONT are to be read.</summary>
internal enum OptionManner
{
    /// <summary>As RFC 1143 has it: both ends agree on a state, and keep it.</summary>
    Agreed,

    /// <summary>We say how it is; the client's answers change nothing.</summary>
    Declared,

    /// <summary>Each DO is a question of its own and gets one answer; no state is kept (RFC 860).</summary>
    Momentary,
}
