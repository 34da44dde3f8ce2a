using System.Buffers;
using Moo.Language.Execution;

namespace Moo.Language.Builtins.Patterns;

/// <summary>How a search ended.</summary>
internal enum MatchOutcome
{
    /// <summary>There is no match.</summary>
    None,
    /// <summary>There is one.</summary>
    Found,
    /// <summary>It would take too long, or too much memory.</summary>
    TooHard,
    /// <summary>The task must stop.</summary>
    Stopped,
}

/// <summary>Matches a <see cref="Pattern"/>: the first way that works, in the order in which alternatives and repetitions prefer.</summary>
/// <remarks>
/// A backtracking matcher in two gears. It begins without a memory, which is fast and enough for almost all patterns. When the work exceeds
/// a small multiple of the text's length, it begins again at the same place with a memory of all pairs (state, offset) it has been at: the
/// second time at such a pair must fail as the first did, so that the whole search takes time and memory proportional to the text's
/// length times the pattern's. Patterns with references to groups cannot use the memory; their work has a limit.
/// <para>Groups that took part in an attempt that failed are forgotten. Differs from LambdaMOO: there they keep what they had.</para>
/// </remarks>
internal ref struct Matcher
{
    // Registers: where each group was opened last, the last whole match of each group, and where each loop's turn began.
    private const int Opened = 0;
    private const int Starts = 10;
    private const int Ends = 20;
    private const int LoopStarts = 30;

    private const int WorkPerTick = 1024;
    private const int WorkBetweenLooks = 64 * WorkPerTick;
    private const long MostWorkWithReferences = 4_000_000;
    private const long MostRemembered = 1L << 28; // bits
    private const int MostChoices = 4 << 20;
    private const int SmallStack = 256;

    private struct Choice
    {
        // Where to go on; or, if negative, the complement of a register to set back to At.
        public int Instruction;
        public int At;
        // Of a run: the offset down to which it can give back. Else -1.
        public int Least;
    }

    [ThreadStatic]
    private static Choice[]? _spareStack;

    private readonly Pattern _pattern;
    private readonly ReadOnlySpan<char> _text;
    private readonly Span<int> _registers;
    private readonly MooTask? _task;
    private Choice[] _stack;
    private int _top;
    private ulong[]? _visited;
    private long _work;
    private long _paid;
    private long _nextLook;
    private long _patience;
    private MatchOutcome _end;

    /// <param name="pattern">The pattern.</param>
    /// <param name="text">The text to search in.</param>
    /// <param name="registers">Room for <see cref="RegistersFor"/> numbers.</param>
    /// <param name="task">Who pays for long searches; null for nobody.</param>
    /// <param name="patience">How much work there may be before the second gear.</param>
    public Matcher(Pattern pattern, ReadOnlySpan<char> text, Span<int> registers, MooTask? task, long? patience = null)
    {
        _pattern = pattern;
        _text = text;
        _registers = registers;
        _task = task;
        _stack = _spareStack ?? new Choice[SmallStack];
        _spareStack = null;
        _patience = pattern.HasReferences ? MostWorkWithReferences : patience ?? 1000 + 16L * text.Length;
        _nextLook = Math.Min(_patience, WorkBetweenLooks);
    }

    /// <summary>How many registers a pattern needs.</summary>
    public static int RegistersFor(Pattern pattern) => LoopStarts + pattern.Loops;

    /// <summary>The offset at which the match begins.</summary>
    public int Start { get; private set; }

    /// <summary>The offset behind the match.</summary>
    public int End { get; private set; }

    /// <summary>The offsets of a group, 1 to 9; -1 if it did not take part.</summary>
    public readonly (int Start, int End) Group(int number) => (_registers[Starts + number], _registers[Ends + number]);

    /// <summary>Looks for the first match, or the one that begins last.</summary>
    public MatchOutcome Search(bool backwards)
    {
        try
        {
            var outcome = Try(backwards);
            return outcome == MatchOutcome.Stopped || Pay() ? outcome : MatchOutcome.Stopped;
        }
        finally
        {
            if (_stack.Length <= 64 * SmallStack) _spareStack = _stack;
            if (_visited is not null) ArrayPool<ulong>.Shared.Return(_visited);
        }
    }

    private MatchOutcome Try(bool backwards)
    {
        var at = backwards ? CandidateBefore(_text.Length) : CandidateFrom(0);
        for (; at >= 0; at = backwards ? CandidateBefore(at - 1) : CandidateFrom(at + 1))
        {
            if (!MatchAt(at) && (_end != MatchOutcome.TooHard || !Remember() || !MatchAt(at)))
            {
                if (_end == MatchOutcome.None) continue;
                return _end;
            }
            Start = at;
            return MatchOutcome.Found;
        }
        return MatchOutcome.None;
    }

    // ---- places to begin

    private readonly int CandidateFrom(int at)
    {
        if (at > _text.Length) return -1;
        var rest = _text[at..];
        if (_pattern.IsAnchored)
        {
            if (at == 0) return 0;
            var newLine = _text[(at - 1)..].IndexOf('\n');
            return newLine < 0 ? -1 : at + newLine;
        }
        var skipped = _pattern.Starts is { } starts ? rest.IndexOfAny(starts)
            : _pattern.NoStarts is { } others ? rest.IndexOfAnyExcept(others) : 0;
        if (skipped < 0) return -1;
        at += skipped;
        return at < _text.Length && char.IsLowSurrogate(_text[at]) ? CandidateFrom(at + 1) : at;
    }

    private readonly int CandidateBefore(int at)
    {
        while (at >= 0)
        {
            if (_pattern.IsAnchored)
            {
                return at == 0 ? 0 : _text[..at].LastIndexOf('\n') + 1;
            }
            var head = _text[..Math.Min(at + 1, _text.Length)];
            if (_pattern.Starts is { } starts) at = head.LastIndexOfAny(starts);
            else if (_pattern.NoStarts is { } others) at = head.LastIndexOfAnyExcept(others);
            if (at < 0 || at == _text.Length || !char.IsLowSurrogate(_text[at])) return at;
            at--;
        }
        return -1;
    }

    // ---- matching

    // False: there is no match here, or _end says why the search is over.
    private bool MatchAt(int start)
    {
        var code = _pattern.Code;
        var text = _text;
        _registers.Fill(-1);
        _top = 0;
        _end = MatchOutcome.None;
        var (next, at) = (0, start);
        while (true)
        {
            ref readonly var instruction = ref code[next];
            switch (instruction.Operation)
            {
                case PatternOperation.Character:
                    if ((uint)at >= (uint)text.Length || text[at] != instruction.One && text[at] != instruction.Other) goto fail;
                    at++;
                    next++;
                    continue;
                case PatternOperation.Set:
                    if ((uint)at >= (uint)text.Length || instruction.Set!.LengthAt(text, at) is not (> 0 and var length)) goto fail;
                    at += length;
                    next++;
                    continue;
                case PatternOperation.Run:
                    if (!Run(instruction, next, ref at)) goto fail;
                    next++;
                    continue;
                case PatternOperation.Split:
                    if (_visited is not null && IsSecondVisit(instruction, at)) goto fail;
                    if (!Push(instruction.Target, at)) return false;
                    next++;
                    continue;
                case PatternOperation.Jump:
                    next = instruction.Target;
                    continue;
                case PatternOperation.GroupStart:
                    if (!Set(Opened + instruction.Number, at)) return false;
                    next++;
                    continue;
                case PatternOperation.GroupEnd:
                    if (!Set(Starts + instruction.Number, _registers[Opened + instruction.Number]) || !Set(Ends + instruction.Number, at)) return false;
                    next++;
                    continue;
                case PatternOperation.Reference:
                    if (!TakeGroup(instruction.Number, ref at)) goto fail;
                    next++;
                    continue;
                case PatternOperation.LoopStart:
                    if (!Set(LoopStarts + instruction.Number, at)) return false;
                    next++;
                    continue;
                case PatternOperation.LoopCheck:
                    next = _registers[LoopStarts + instruction.Number] == at ? instruction.Target : next + 1;
                    continue;
                case PatternOperation.Match:
                    End = at;
                    return true;
                default:
                    if (!IsPlace(instruction.Operation, at)) goto fail;
                    next++;
                    continue;
            }
        fail:
            if (++_work >= _nextLook && !MayGoOn()) return false;
            if (_end != MatchOutcome.None || !Retreat(ref next, ref at)) return false;
        }
    }

    // Goes back to the last choice. False if there is none.
    private bool Retreat(ref int next, ref int at)
    {
        while (_top > 0)
        {
            ref var choice = ref _stack[_top - 1];
            if (choice.Instruction < 0)
            {
                _registers[~choice.Instruction] = choice.At;
                _top--;
                continue;
            }
            (next, at) = (choice.Instruction, choice.At);
            if (choice.Least < 0)
            {
                _top--;
                return true;
            }
            // A run: try with this many characters, and keep the fewer for later.
            if (!GiveBack(_pattern.Code[next].Next, choice.Least, ref at))
            {
                _top--;
                continue;
            }
            if (at == choice.Least) _top--;
            else choice.At = Before(at);
            next++;
            return true;
        }
        return false;
    }

    private bool Run(in Instruction run, int number, ref int at)
    {
        if (_visited is not null) return RunRemembering(run, number, ref at);
        var least = at;
        var most = run.Set!.SkipFrom(_text, at);
        _work += (most - least) >> 4;
        at = most;
        if (run.IsPossessive || most == least) return true;
        if (!GiveBack(run.Next, least, ref at)) return false;
        return at == least || Push(number, Before(at), least);
    }

    // The largest offset down to the least one at which what follows the run can begin.
    private readonly bool GiveBack(SearchValues<char>? next, int least, ref int at)
    {
        if (next is null) return true;
        var found = _text[least..Math.Min(at + 1, _text.Length)].LastIndexOfAny(next);
        at = least + found;
        return found >= 0;
    }

    private readonly int Before(int at) => at - (at >= 2 && char.IsLowSurrogate(_text[at - 1]) ? 2 : 1);

    // One character at a time, each a choice of its own that is remembered.
    private bool RunRemembering(in Instruction run, int number, ref int at)
    {
        while (true)
        {
            if (IsSecondVisit(run, at)) return false;
            var length = at < _text.Length ? run.Set!.LengthAt(_text, at) : 0;
            if (length == 0) return true;
            if (!run.IsPossessive && !Push(number + 1, at)) return false;
            at += length;
        }
    }

    private bool TakeGroup(int number, ref int at)
    {
        var (start, end) = Group(number);
        if (end < 0 || end - start > _text.Length - at) return false;
        var length = end - start;
        _work += length >> 4;
        var comparison = _pattern.CaseMatters ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        if (!_text.Slice(at, length).Equals(_text[start..end], comparison)) return false;
        at += length;
        return true;
    }

    private readonly bool IsWord(int at) => CharacterSet.Word.LengthAt(_text, at) > 0;

    private readonly bool IsWordBefore(int at) => IsWord(Before(at));

    private readonly bool IsPlace(PatternOperation place, int at)
    {
        var (isStart, isEnd) = (at == 0, at == _text.Length);
        return place switch
        {
            PatternOperation.LineStart => isStart || _text[at - 1] == '\n',
            PatternOperation.LineEnd => isEnd || _text[at] == '\n',
            PatternOperation.WordStart => !isEnd && IsWord(at) && (isStart || !IsWordBefore(at)),
            PatternOperation.WordEnd => !isStart && IsWordBefore(at) && (isEnd || !IsWord(at)),
            PatternOperation.WordEdge => isStart || isEnd || IsWordBefore(at) != IsWord(at),
            _ => !isStart && !isEnd && IsWordBefore(at) == IsWord(at),
        };
    }

    // ---- registers and choices

    private bool Set(int register, int value)
    {
        // What nothing can go back to need not be set back.
        if (_top > 0 && !Push(~register, _registers[register])) return false;
        _registers[register] = value;
        return true;
    }

    private bool Push(int instruction, int at, int least = -1)
    {
        if (_top == _stack.Length)
        {
            if (_top >= MostChoices)
            {
                _end = MatchOutcome.TooHard;
                return false;
            }
            Array.Resize(ref _stack, _top * 2);
        }
        ref var choice = ref _stack[_top++];
        choice.Instruction = instruction;
        choice.At = at;
        choice.Least = least;
        return true;
    }

    // ---- limits

    // Looks up from the work. False if it must end here: for good, or (TooHard, without a memory) to begin again with one.
    private bool MayGoOn()
    {
        if (_work >= _patience)
        {
            _end = MatchOutcome.TooHard;
            return false;
        }
        _nextLook = Math.Min(_work + WorkBetweenLooks, _patience);
        if (Pay()) return true;
        _end = MatchOutcome.Stopped;
        return false;
    }

    private bool Pay()
    {
        var ticks = (_work - _paid) / WorkPerTick;
        _paid += ticks * WorkPerTick;
        return ticks == 0 || _task is null || _task.Spend((int)ticks);
    }

    // Shifts into the second gear. False if it is in already, or cannot.
    private bool Remember()
    {
        var bits = (_text.Length + 1L) * _pattern.States;
        if (_visited is not null || _pattern.HasReferences || bits > MostRemembered) return false;
        var words = (int)((bits + 63) / 64);
        _visited = ArrayPool<ulong>.Shared.Rent(words);
        _visited.AsSpan(0, words).Clear();
        _patience = long.MaxValue;
        _nextLook = _work + WorkBetweenLooks;
        return true;
    }

    private bool IsSecondVisit(in Instruction instruction, int at)
    {
        _work++;
        var state = instruction.Number;
        var loops = instruction.Loops!;
        for (var i = 0; i < loops.Length; i++)
            if (_registers[LoopStarts + loops[i]] == at) state += 1 << i;
        var bit = (_text.Length + 1L) * state + at;
        ref var word = ref _visited![bit >> 6];
        var mask = 1UL << (int)(bit & 63);
        if ((word & mask) != 0) return true;
        word |= mask;
        return false;
    }
}
