using Moo.Language.Builtins.Outside;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Pages from the web (ToastStunt). Wizards only, and only where the server's settings allow it.</summary>
internal static class WebFunctions
{
    private const long LongestSeconds = 86_400;

    /// <summary>Fetches a page from the web; returns it as a binary string.</summary>
    /// <remarks>
    /// With <paramref name="withHeaders"/>, the answer's headers stand before it. <paramref name="seconds"/> is how long to wait. Where the answer says to
    /// go elsewhere, that is the answer. What the task has done so far is committed, and it sleeps until the page is here.
    /// </remarks>
    /// <example>`curl("https://moo.example/") ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">
    /// E_PERM unless the programmer is a wizard and the server's settings allow it; E_INVARG for what is no address of the web, and, with the reason, if there
    /// is no answer, it is too long, or comes from this machine or a private network.
    /// </exception>
    [Builtin("curl")]
    public static TaskStep Curl(MooTask task, string address, bool withHeaders = false, long seconds = 60)
    {
        if (!task.IsWizardly) return TaskStep.Of(Permissions.WizardsOnly(task, "curl"));
        if (!task.Runtime.Outside.Web) return TaskStep.Of(Gate.Closed(task, "Web"));
        // As curl does, a name alone is taken for one on the web.
        var text = address.Contains("://", StringComparison.Ordinal) ? address : "http://" + address;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var where) || where.Scheme is not ("http" or "https") || where.Host.Length == 0)
            return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "{0} is no address of the web", Value.Str(address)));
        if (seconds < 0) return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "nobody can wait for {0} seconds", Value.Int(seconds)));
        // As for curl, 0 means as long as may be.
        var time = TimeSpan.FromSeconds(seconds == 0 ? LongestSeconds : Math.Min(seconds, LongestSeconds));
        var web = task.Runtime.Web;
        return Waits.ForOutside(task, "curl", cancellation => web.Fetch(where, withHeaders, time, cancellation));
    }
}
