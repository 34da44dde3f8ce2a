namespace Moo.Protocols.Telnet;

/// <summary>Agrees with the client on options: the Q method of RFC 1143, once for all options and both sides.</summary>
/// <remarks>
/// What it adds to the RFC, because of clients that loop: a refusal is said once per option and side and never again,
/// and an option is answered at most twice in ten seconds (<see cref="TakeAnswer"/>).
/// </remarks>
internal sealed class Negotiator(TelnetOption[] options, TelnetOutput output)
{
    private const int AnswersPerWindow = 2;
    private const int WindowMilliseconds = 10_000;

    private readonly OptionState[] _states = new OptionState[options.Length];

    // One bit for each option and side, set once it was refused. Most clients never ask for anything we refuse.
    private byte[]? _refused;

    /// <summary>Says at connect what we offer and ask for, in the order of the options.</summary>
    public void Offer()
    {
        foreach (var option in options)
        {
            if (option.Offer != OptionOffer.None)
                Request(option.Code, option.Offer == OptionOffer.OfferClient ? Side.Server : Side.Client, on: true);
        }
    }

    /// <summary>True while an answer is due that the login screen waits for.</summary>
    public bool IsWaiting
    {
        get
        {
            for (var i = 0; i < options.Length; i++)
            {
                var isOffered = _states[i].Server == QState.WantYes || _states[i].Client == QState.WantYes;
                if ((isOffered && options[i].IsAwaited) || options[i].IsWaiting)
                    return true;
            }
            return false;
        }
    }

    public TelnetOption? Find(byte code)
    {
        var index = IndexOf(code);
        return index < 0 ? null : options[index];
    }

    /// <summary>Whether the option is agreed to be on for that side.</summary>
    public bool IsOn(byte code, Side side)
    {
        var index = IndexOf(code);
        return index >= 0 && _states[index].Of(side) == QState.Yes;
    }

    /// <summary>
    /// Asks for an option to be on or off for one side. Asking for what is already so, or unknown, does nothing.
    /// </summary>
    public void Request(byte code, Side side, bool on)
    {
        var index = IndexOf(code);
        if (index < 0)
            return;
        ref var state = ref _states[index].Of(side);
        var was = state;
        state = (state, on) switch
        {
            (QState.No, true) => QState.WantYes,
            (QState.Yes, false) => QState.WantNo,
            (QState.WantNo, true) => QState.WantNoThenYes,
            (QState.WantYes, false) => QState.WantYesThenNo,
            (QState.WantNoThenYes, false) => QState.WantNo,
            (QState.WantYesThenNo, true) => QState.WantYes,
            _ => state,
        };
        if (was is QState.No or QState.Yes && state != was)
        {
            if (was == QState.Yes)
                options[index].OnDisabled(side);
            Say(side, on, code);
        }
    }

    /// <summary>Says how it is (<see cref="OptionManner.Declared"/>), whatever the client answers.</summary>
    public void Declare(byte code, bool on)
    {
        var index = IndexOf(code);
        if (index < 0 || (_states[index].Server == QState.Yes) == on)
            return;
        _states[index].Server = on ? QState.Yes : QState.No;
        if (on && _states[index].Unacknowledged < byte.MaxValue)
            _states[index].Unacknowledged++;
        Say(Side.Server, on, code);
    }

    /// <summary>The client said WILL, WONT, DO or DONT.</summary>
    public void Receive(byte verb, byte code, long now)
    {
        // WILL and WONT are about what the client does; DO and DONT about what we do.
        var side = verb is TelnetCommand.Will or TelnetCommand.Wont ? Side.Client : Side.Server;
        var on = verb is TelnetCommand.Will or TelnetCommand.Do;
        var index = IndexOf(code);
        if (index < 0)
        {
            if (on)
                Refuse(side, code);
            return;
        }
        var option = options[index];
        if (option.Manner == OptionManner.Momentary)
            ReceiveMomentary(index, side, on, now);
        else if (option.Manner == OptionManner.Declared && side == Side.Server)
            ReceiveDeclared(index, on);
        else if (on)
            ReceiveOn(index, side, now);
        else
            ReceiveOff(index, side, now);
    }

    private void ReceiveOn(int index, Side side, long now)
    {
        var option = options[index];
        ref var state = ref _states[index].Of(side);
        switch (state)
        {
            case QState.No when !option.Allows(side):
                Refuse(side, option.Code);
                break;
            case QState.No:
                if (!TakeAnswer(index, now))
                    break;
                state = QState.Yes;
                Say(side, on: true, option.Code);
                option.OnEnabled(side);
                break;
            case QState.WantYes:
                state = QState.Yes;
                option.OnEnabled(side);
                break;
            case QState.WantYesThenNo:
                state = QState.WantNo;
                Say(side, on: false, option.Code);
                break;
            // A DONT answered by WILL is an error of the client's: RFC 1143 takes it as what we last wanted.
            case QState.WantNo:
                state = QState.No;
                break;
            case QState.WantNoThenYes:
                state = QState.Yes;
                option.OnEnabled(side);
                break;
        }
    }

    private void ReceiveOff(int index, Side side, long now)
    {
        var option = options[index];
        ref var state = ref _states[index].Of(side);
        switch (state)
        {
            case QState.Yes:
                // Off is obeyed however often it is said; only the answer is rationed.
                state = QState.No;
                option.OnDisabled(side);
                if (TakeAnswer(index, now))
                    Say(side, on: false, option.Code);
                break;
            case QState.WantNoThenYes:
                state = QState.WantYes;
                Say(side, on: true, option.Code);
                break;
            case QState.WantNo or QState.WantYes or QState.WantYesThenNo:
                state = QState.No;
                break;
        }
    }

    // A DO that answers one of our WILLs is only an acknowledgement, however late it is: TinTin++ never says DONT
    // ECHO, and whoever waits for it shows the second password. A DO out of the blue (PuTTY) is a request, and
    // refused.
    private void ReceiveDeclared(int index, bool on)
    {
        ref var state = ref _states[index];
        if (!on)
            return;
        if (state.Unacknowledged > 0)
            state.Unacknowledged--;
        else if (state.Server != QState.Yes)
            Refuse(Side.Server, options[index].Code);
    }

    private void ReceiveMomentary(int index, Side side, bool on, long now)
    {
        if (side == Side.Client)
            options[index].OnEnabled(side);
        else if (on && TakeAnswer(index, now))
            Say(side, on: true, options[index].Code);
    }

    private void Refuse(Side side, byte code)
    {
        _refused ??= new byte[64];
        var bit = (int)side * 256 + code;
        if ((_refused[bit >> 3] & 1 << (bit & 7)) != 0)
            return;
        _refused[bit >> 3] |= (byte)(1 << (bit & 7));
        Say(side, on: false, code);
    }

    private bool TakeAnswer(int index, long now)
    {
        ref var state = ref _states[index];
        if (now - state.WindowStart > WindowMilliseconds)
            (state.WindowStart, state.Answers) = (now, 0);
        if (state.Answers >= AnswersPerWindow)
            return false;
        state.Answers++;
        return true;
    }

    private void Say(Side side, bool on, byte code)
    {
        var verb = (side, on) switch
        {
            (Side.Server, true) => TelnetCommand.Will,
            (Side.Server, false) => TelnetCommand.Wont,
            (_, true) => TelnetCommand.Do,
            (_, false) => TelnetCommand.Dont,
        };
        output.Negotiate(verb, code);
    }

    private int IndexOf(byte code)
    {
        for (var i = 0; i < options.Length; i++)
        {
            if (options[i].Code == code)
                return i;
        }
        return -1;
    }

    /// <summary>RFC 1143's states; its queue bit is the "then" ones.</summary>
    private enum QState : byte
    {
        No,
        Yes,
        WantNo,
        WantNoThenYes,
        WantYes,
        WantYesThenNo,
    }

    private struct OptionState
    {
        public QState Server, Client;
        public byte Answers, Unacknowledged;
        public long WindowStart;

        [System.Diagnostics.CodeAnalysis.UnscopedRef]
        public ref QState Of(Side side) => ref side == Side.Server ? ref Server : ref Client;
    }
}
