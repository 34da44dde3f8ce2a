using Moo.Daemon.Sessions;
using Moo.Language.Commands;
using Moo.Language.Scheduling;
using Moo.Protocols.Ssh;
using Moo.Store.Values;

namespace Moo.Daemon.Ssh;

/// <summary>Asks the world whether somebody who comes by SSH is who they say.</summary>
/// <remarks>
/// <para>A world with <c>#0:do_ssh_login(name, method, secret)</c> answers with the player, with any other true value to let
/// the user in to the login screen, or with 0. <c>method</c> is <c>"none"</c> (nothing is shown), <c>"password"</c> (the
/// secret), <c>"offer"</c> (would this key do?) or <c>"publickey"</c> (the key is proven); a key is
/// <c>{type, base 64, fingerprint}</c>.</para>
/// <para>Any other world gets the line <c>connect "NAME" "PASSWORD"</c> through <c>do_login_command</c>, as if it had been
/// typed, and has no keys. The name <c>guest</c> leads to its login screen.</para>
/// </remarks>
/// <param name="session">The connection.</param>
internal sealed class SshLogin(Session session)
{
    private const string Hook = "do_ssh_login", Guest = "guest";

    /// <summary>The player that the user has proven to be; null until then, and for who goes to the login screen.</summary>
    public ObjectId? Player { get; private set; }

    private SessionRegistry Registry => session.Registry;

    private ObjectId Listener => session.Listener.Object;

    /// <summary>Asks, and has the session answer.</summary>
    public void Ask(LoginTry attempt) => _ = AskAsync(attempt);

    private async Task AskAsync(LoginTry attempt)
    {
        if (attempt.Method == LoginMethod.Password)
        {
            var delay = Registry.Logins.AttemptAs(session.Entry.Admission, attempt.Name);
            if (delay > TimeSpan.Zero) await Task.Delay(delay).ConfigureAwait(false);
        }
        var isAccepted = await IsAcceptedAsync(attempt).ConfigureAwait(false);
        // What the world says about it comes with the answer.
        await Registry.WhenSettled().ConfigureAwait(false);
        if (attempt.Method is LoginMethod.Password or LoginMethod.PublicKey) Registry.SshTried(session, attempt, isAccepted);
        session.AnswerLogin(isAccepted);
    }

    private async Task<bool> IsAcceptedAsync(LoginTry attempt)
    {
        if (Registry.Understands(Listener, Hook)) return IsIn(await CallAsync(Hook, Arguments(attempt), "").ConfigureAwait(false), attempt);
        if (attempt.Name.Equals(Guest, StringComparison.OrdinalIgnoreCase)) return true;
        if (attempt.Method != LoginMethod.Password) return false;
        var line = $"connect {Quoted(attempt.Name)} {Quoted(attempt.Password)}";
        var result = await CallAsync("do_login_command", MooList.OfStrings(Words.Of(line)), line).ConfigureAwait(false);
        if (result.TryObj(out _)) return IsIn(result, attempt);
        // A login that switches players itself takes force when it is on disk.
        await Registry.WhenSettled().ConfigureAwait(false);
        return session.IsLoggedIn;
    }

    private bool IsIn(Value result, LoginTry attempt)
    {
        if (!result.TryObj(out var player)) return result.IsTrue;
        if (!Registry.IsPlayer(player)) return false;
        if (attempt.Method != LoginMethod.Offer) Player = player;
        return true;
    }

    private async Task<Value> CallAsync(string verb, MooList arguments, string argstr)
    {
        var over = new TaskCompletionSource<TaskEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        Registry.Scheduler.CallVerb(session.Id, Listener, verb, arguments, argstr, session.Id, over: end => over.TrySetResult(end));
        var end = await over.Task.ConfigureAwait(false);
        return end.Kind == TaskEndKind.Returned ? end.Result : Value.Int(0);
    }

    private static MooList Arguments(LoginTry attempt) => MooList.Of(Value.Str(attempt.Name), Value.Str(MethodOf(attempt.Method)), attempt.Key is { } key
        ? Value.List(MooList.OfStrings([key.Type, key.Base64, key.Fingerprint]))
        : Value.Str(attempt.Password));

    private static string MethodOf(LoginMethod method) => method switch
    {
        LoginMethod.None => "none",
        LoginMethod.Password => "password",
        LoginMethod.Offer => "offer",
        _ => "publickey",
    };

    private static string Quoted(string word) => $"\"{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
