using Moo.Language.Commands;
using Moo.Language.Scheduling;
using Moo.Store.Values;

namespace Moo.Daemon.Sessions;

/// <summary>Takes a session's lines one by one: the next is looked at when the task of the last has ended or sleeps.</summary>
/// <param name="session">The session.</param>
/// <param name="options">Its options.</param>
/// <param name="gate">What guards the session's state, and this.</param>
internal sealed class LineTurns(Session session, SessionOptions options, Lock gate)
{
    private const string OutOfBandMark = "#$#", OutOfBandQuote = "#$\"";

    private readonly InputQueue _lines = new();
    private ProgramMode? _programming;
    private bool _isBusy;
    private bool _isWelcomed;

    private Scheduler Scheduler => session.Registry.Scheduler;

    /// <summary>Whether there is room for more lines. Under the gate.</summary>
    public bool HasRoom => _lines.HasRoom;

    /// <summary>Adds a line; false if there is no room. Under the gate.</summary>
    public bool Add(string line, bool isFirst = false) => isFirst ? _lines.AddFirst(line) : _lines.Add(line);

    /// <summary>Takes all lines that wait. Under the gate.</summary>
    public IReadOnlyList<string> Clear() => _lines.Clear();

    /// <summary>Takes the first line that waits and is not out-of-band.</summary>
    public string? TakeForReader()
    {
        lock (gate) return _lines.TakeFirst(line => !IsOutOfBand(line));
    }

    /// <summary>Shows the world's welcome, once. Under the gate.</summary>
    public void Welcome()
    {
        if (_isWelcomed) return;
        _isWelcomed = _isBusy = true;
        CallLogin("");
    }

    /// <summary>Gives the next line its turn, if it may have it.</summary>
    public void Advance()
    {
        while (true)
        {
            string line;
            lock (gate)
            {
                if (_isBusy || session.IsEnding || _lines.Peek() is not { } next) return;
                if (!_isWelcomed)
                {
                    // Who types before the negotiation is over gets the welcome first.
                    Welcome();
                    return;
                }
                if (options.HoldsInput && !Scheduler.IsReading(session.Id) && !IsOutOfBand(next)) return;
                _lines.TryTake(out line);
                _isBusy = true;
            }
            if (!Take(line)) return;
            lock (gate) _isBusy = false;
        }
    }

    private bool IsOutOfBand(string line) => !options.DisablesOutOfBand && line.StartsWith(OutOfBandMark, StringComparison.Ordinal);

    // Starts whatever a line starts. True if that is done already; else the session is busy until Done is called.
    private bool Take(string line)
    {
        if (IsOutOfBand(line))
        {
            Scheduler.CallVerb(session.Player, session.Listener.Object, "do_out_of_band_command", MooList.OfStrings(Words.Of(line)), line, session.Id, Done);
            return false;
        }
        if (!options.DisablesOutOfBand && line.StartsWith(OutOfBandQuote, StringComparison.Ordinal)) line = line[OutOfBandQuote.Length..];
        if (_programming is not null) return TakeProgramLine(line);
        if (Scheduler.DeliverInput(session.Id, line, Done)) return false;
        if (session.IsLoggedIn) return TakeCommand(line);
        CallLogin(line);
        return false;
    }

    private void Done(TaskEnd end)
    {
        lock (gate) _isBusy = false;
        Advance();
    }

    private void CallLogin(string line)
    {
        // A player with a higher number than any object had before was made by this login.
        var newest = session.Registry.World.Current.MaxObject;
        Scheduler.CallVerb(session.Id, session.Listener.Object, "do_login_command", MooList.OfStrings(Words.Of(line)), line, session.Id, end =>
        {
            if (!session.IsLoggedIn && end.Kind == TaskEndKind.Returned && end.Result.TryObj(out var player) && session.Registry.IsPlayer(player))
                session.LogIn(player, isNew: player.Number > newest, isSilent: false);
            Done(end);
        });
    }

    // ---- commands of the server's own (LambdaMOO Programmer's Manual, 4.1)

    private bool TakeCommand(string line)
    {
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
