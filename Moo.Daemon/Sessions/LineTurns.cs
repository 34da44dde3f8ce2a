using Moo.Language.Commands;
using Moo.Language.Scheduling;
using Moo.Protocols;
using Moo.Store.Values;

namespace Moo.Daemon.Sessions;

/// <summary>Takes what a session sends one by one: the next is looked at when the task of the last has ended or sleeps.</summary>
/// <param name="session">The session.</param>
/// <param name="options">Its options.</param>
/// <param name="gate">What guards the session's state, and this.</param>
internal sealed class LineTurns(Session session, SessionOptions options, Lock gate)
{
    private const string OutOfBandMark = "#$#", OutOfBandQuote = "#$\"";

    private readonly InputQueue _waiting = new();
    private ProgramMode? _programming;
    private TokenBucket _rate;
    private bool _isBusy;
    private bool _owesPrompt;
    private bool _isWelcomed;
    private bool _isHeld = session.Listener.IsOutbound;

    private Scheduler Scheduler => session.Registry.Scheduler;

    /// <summary>Whether there is room for more. Under the gate.</summary>
    public bool HasRoom => _waiting.HasRoom;

    /// <summary>Whether nothing waits. Under the gate.</summary>
    public bool IsEmpty => _waiting.IsEmpty;

    /// <summary>Adds a line or message; false if there is no room. Under the gate.</summary>
    public bool Add(in InputItem item, bool isFirst = false) => isFirst ? _waiting.AddFirst(item) : _waiting.Add(item);

    /// <summary>Takes all lines that wait. Under the gate.</summary>
    public IReadOnlyList<string> Clear() => _waiting.ClearLines();

    /// <summary>Takes the first line that waits and is not out-of-band.</summary>
    public string? TakeForReader()
    {
        lock (gate) return _waiting.TryTake(item => !IsAside(item), out var item) ? item.Text : null;
    }

    /// <summary>Shows the world's welcome, once. Under the gate.</summary>
    public void Welcome()
    {
        if (_isWelcomed) return;
        _isWelcomed = _isBusy = true;
        session.Greet();
        CallLogin("");
    }

    /// <summary>Lets the lines of a connection have their turn that the world asked for, and that was held for whoever did.</summary>
    public void Release()
    {
        lock (gate) _isHeld = false;
        Advance();
    }

    /// <summary>Goes on without a welcome: whoever speaks here said before who they are. Under the gate.</summary>
    /// <param name="player">The player who is to be logged in; null if that is done.</param>
    public void Enter(ObjectId? player)
    {
        _isWelcomed = true;
        if (player is not { } who) return;
        _isBusy = true;
        // Others' connections may be closed by it: not under our gate.
        ThreadPool.QueueUserWorkItem(_ => session.LogIn(who, isNew: false, isSilent: false, Done));
    }

    /// <summary>Gives the next one its turn, if it may have it.</summary>
    public void Advance()
    {
        while (true)
        {
            InputItem item;
            lock (gate)
            {
                if (_isBusy || session.IsEnding || _waiting.IsEmpty) return;
                if (!_isWelcomed)
                {
                    // Who types before the negotiation is over gets the welcome first.
                    Welcome();
                    return;
                }
                // Whoever asked for this connection is about to read from it, or not.
                if (_isHeld && !Scheduler.IsReading(session.Id)) return;
                if (!HasTurn()) return;
                // Messages do not wait for whoever reads lines.
                if (options.HoldsInput && !Scheduler.IsReading(session.Id) ? !_waiting.TryTake(IsAside, out item) : !_waiting.TryTake(out item)) return;
                _isBusy = true;
            }
            if (!Take(item)) return;
            lock (gate) _isBusy = false;
        }
    }

    // Who sends faster than a person could waits for a while. Under the gate.
    private bool HasTurn()
    {
        var (limit, now) = (session.Limits.Lines, Environment.TickCount64);
        if (_rate.TryTake(1, limit, now)) return true;
        _isBusy = true;
        _ = AdvanceLaterAsync(TimeSpan.FromSeconds(1.0 / Math.Max(1, limit.PerSecond)));
        return false;
    }

    private async Task AdvanceLaterAsync(TimeSpan delay)
    {
        await Task.Delay(delay).ConfigureAwait(false);
        lock (gate) _isBusy = false;
        Advance();
    }

    // Not a line for a person or command to take.
    private bool IsAside(InputItem item) => item.Kind switch
    {
        InputKind.Line => IsOutOfBand(item.Text),
        InputKind.Text or InputKind.End => false,
        _ => true,
    };

    private bool IsOutOfBand(string line) => !options.DisablesOutOfBand && line.StartsWith(OutOfBandMark, StringComparison.Ordinal);

    // Starts whatever an item starts. True if that is done already; else the session is busy until Done is called.
    private bool Take(in InputItem item)
    {
        switch (item.Kind)
        {
            case InputKind.Gmcp:
                CallHook("do_gmcp_command", MooList.Of(Value.Str(item.Name), item.Data), item.Text);
                return false;
            case InputKind.Msdp:
                CallHook("do_msdp_command", MooList.Of(Value.Str(item.Name), item.Data), "");
                return false;
            case InputKind.Mcp:
                CallHook("do_mcp_command", MooList.Of(Value.Str(item.Name), item.Data), item.Text);
                return false;
            case InputKind.End:
                // What was said last is answered first.
                session.Registry.WhenSettled().ContinueWith(_ => session.Close(CloseCause.ClientLeft), TaskScheduler.Default);
                return false;
            case InputKind.OutOfBand:
                CallHook("do_out_of_band_command", MooList.Of(Value.Str(item.Text)), item.Text);
                return false;
            case InputKind.Line when IsOutOfBand(item.Text):
                CallHook("do_out_of_band_command", MooList.OfStrings(Words.Of(item.Text)), item.Text);
                return false;
        }
        var line = item.Text;
        if (item.Kind == InputKind.Line && !options.DisablesOutOfBand && line.StartsWith(OutOfBandQuote, StringComparison.Ordinal)) line = line[OutOfBandQuote.Length..];
        if (_programming is not null) return TakeProgramLine(line);
        session.NoteInput();
        _owesPrompt = options.Prompt.Length > 0;
        if (Scheduler.DeliverInput(session.Id, line, Done)) return false;
        if (session.IsLoggedIn) return TakeCommand(line);
        _ = LogInAsync(line);
        return false;
    }

    private void CallHook(string verb, MooList arguments, string argstr) =>
        Scheduler.CallVerb(session.Player, session.Listener.Object, verb, arguments, argstr, session.Id, Done);

    private void Done(TaskEnd end)
    {
        // A line that the command has put first reaches the input when the commit is on disk; what was typed ahead waits for it.
        if (end.ForcesInput) session.Registry.WhenSettled().ContinueWith(_ => Done(), TaskScheduler.Default);
        else Done();
    }

    private void Done()
    {
        bool owesPrompt;
        lock (gate) (_isBusy, owesPrompt, _owesPrompt) = (false, _owesPrompt, false);
        Advance();
        if (owesPrompt) _ = PromptAsync();
    }

    // After all that the command has brought, unless there is something else to wait for.
    private async Task PromptAsync()
    {
        await session.Registry.WhenSettled().ConfigureAwait(false);
        if (Scheduler.IsReading(session.Id)) return;
        lock (gate)
        {
            if (_isBusy || !_waiting.IsEmpty || _programming is not null) return;
        }
        session.ShowPrompt();
    }

    // Guessing passwords takes longer and longer; other lines do not.
    private async Task LogInAsync(string line)
    {
        var delay = session.Registry.Logins.Attempt(session.Entry.Admission, line);
        if (delay > TimeSpan.Zero) await Task.Delay(delay).ConfigureAwait(false);
        CallLogin(line);
    }

    private void CallLogin(string line)
    {
        // A player with a higher number than any object had before was made by this login.
        var newest = session.Registry.World.Current.MaxObject;
        Scheduler.CallVerb(session.Id, session.Listener.Object, "do_login_command", MooList.OfStrings(Words.Of(line)), line, session.Id, end =>
        {
            // What the player types next waits until the world has greeted them.
            if (!session.IsLoggedIn && end.Kind == TaskEndKind.Returned && end.Result.TryObj(out var player) && session.Registry.IsPlayer(player))
                session.LogIn(player, isNew: player.Number > newest, isSilent: false, Done);
            // A login may hold the lines back that follow it, or be over with its commit: both take force once that is on disk.
            else session.Registry.WhenSettled().ContinueWith(_ => Done(end), TaskScheduler.Default);
        });
    }

    // ---- commands of the server's own (LambdaMOO Programmer's Manual, 4.1)

    private bool TakeCommand(string line)
    {
        if (options.ShowsCommands) session.Send(new OutputItem((options.Prompt.Length > 0 ? "" : "> ") + line, OutputKind.Line, TextForm.Plain));
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        var (word, rest) = blank < 0 ? (line, "") : (line[..blank], line[(blank + 1)..].Trim());
        if (options.IsIntrinsic(word))
        {
            switch (word.ToUpperInvariant())
            {
                case "PREFIX" or "OUTPUTPREFIX":
                    options.Prefix = rest.Length > 0 ? rest : null;
                    return true;
                case "SUFFIX" or "OUTPUTSUFFIX":
                    options.Suffix = rest.Length > 0 ? rest : null;
                    return true;
                case ".PROGRAM":
                    Scheduler.ProgramVerb(session.Id, session.Player, rest, null, end =>
                    {
                        if (end.Result.IsTrue) _programming = new ProgramMode(rest);
                        Done(end);
                    });
                    return false;
            }
        }
        Scheduler.RunCommand(session.Id, session.Player, line, options.Prefix, options.Suffix, Done);
        return false;
    }

    private bool TakeProgramLine(string line)
    {
        var program = _programming!;
        if (line != ".")
        {
            program.Lines.Add(line);
            return true;
        }
        _programming = null;
        Scheduler.ProgramVerb(session.Id, session.Player, program.Target, program.Lines, Done);
        return false;
    }

    private sealed record ProgramMode(string Target)
    {
        public List<string> Lines { get; } = [];
    }
}
