using Moo.Store.Values;

namespace Moo.Language.Execution;

/// <summary>Says where a program goes on when one of some errors is raised in a range of its steps.</summary>
/// <param name="Start">The first step covered.</param>
/// <param name="End">The step behind the last one covered.</param>
/// <param name="Target">The step to go on with.</param>
/// <param name="Codes">The errors caught; null for all, and where <paramref name="CodesSlot"/> is used.</param>
/// <param name="CodesSlot">The slot that holds the list of errors caught, or -1.</param>
/// <param name="ErrorSlot">The slot that takes <c>{code, message, value, traceback}</c>, or -1.</param>
/// <param name="Kind">What the handler belongs to.</param>
internal sealed record Handler(
    int Start, int End, int Target, ErrorCode[]? Codes, int CodesSlot, int ErrorSlot, HandlerKind Kind)
{
    /// <summary>Whether this handler takes an error raised at a step.</summary>
    public bool Takes(int at, Value code, Frame frame)
    {
        if (at < Start || at >= End) return false;
        if (CodesSlot >= 0) return frame.Slots[CodesSlot].TryList(out var codes) && codes.IndexOf(code) >= 0;
        return Codes is null || code.TryErr(out var error) && Array.IndexOf(Codes, error.Code) >= 0;
    }
}

/// <summary>What a handler belongs to.</summary>
internal enum HandlerKind
{
    /// <summary>An <c>except</c> clause: its variable gets the whole error.</summary>
    Except,

    /// <summary>A catch expression: its result is the error's code.</summary>
    Catch,

    /// <summary>A <c>finally</c> clause: the error goes on when it is through.</summary>
    Finally,
}
