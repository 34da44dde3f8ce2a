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

/// <summary>
/// Matches a <see cref="Pattern"/>: the first way that works, in the order in which alternatives and repetitions prefer.
/// </summary>
/// <remarks>
/// A backtracking matcher in two gears. It begins without a memory, which is fast and enough for almost all patterns. When the work
/// exceeds a small multiple of the text's length, it begins again at the same place with a memory of all pairs (state, offset) it has
/// been at: the second time at such a pair must fail as the first did, so that the whole search takes time and memory proportional to the
/// text's length times the pattern's. Patterns with references to groups cannot use the memory; their work has a limit.
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
    private const int LargestKeptStack = 16 * 1024;

    private struct Choice
    {
        // Where to go on; or, if negative, the complement of a register to set back to At.
        public int Instruction;
        public int At;
        // Of a run: the offset down to which it can give back. Else -1.
        public int Least;
    }

    // Kept between searches; a search calls nothing that could search too.
    [ThreadStatic]
    private static Room? _room;

    private sealed class Room
    {
        public Choice[] Choices = new Choice[SmallStack];
        public int[] Registers = new int[2 * LoopStarts];
    }

    private readonly Pattern _pattern;
    private readonly ReadOnlySpan<char> _text;
    private readonly Span<int> _registers;
    private readonly MooTask? _task;
    private Choice[] _stack;
    private int _top;
    private int _resumeAt;
    private ulong[]? _visited;
    private long _work;
    private long _paid;
    private long _nextLook;
    private long _patience;
    private MatchOutcome _end;

    /// <param name="pattern">The pattern.</param>
    /// <param name="text">The text to search in.</param>
    /// <param name="task">Who pays for long searches; null for nobody.</param>
    /// <param name="patience">How much work there may be before the second gear.</param>
    public Matcher(Pattern pattern, ReadOnlySpan<char> text, MooTask? task, long? patience = null)
    {
        _pattern = pattern;
        _text = text;
        _task = task;
        var room = _room ??= new Room();
        var registers = LoopStarts + pattern.Loops;
        if (room.Registers.Length < registers) room.Registers = new int[registers];
        _registers = room.Registers.AsSpan(0, registers);
        _stack = room.Choices;
        _patience = pattern.HasReferences ? MostWorkWithReferences : patience ?? 1000 + 16L * text.Length;
        _nextLook = Math.Min(_patience, WorkBetweenLooks);
    }

    /// <summary>The offset at which the match begins.</summary>
    public int Start { get; private set; }

    /// <summary>The offset behind the match.</summary>
    public int End { get; private set; }

    /// <summary>The offsets of a group, 1 to 9; -1 if it did not take part.</summary>
    public readonly (int Start, int End) Group(int number) => (_registers[Starts + number], _registers[Ends + number]);

    /// <summary>Looks for the first match, or the one that begins last.</summary>
    public MatchOutcome Search(bool backwards)
    {
        var outcome = Try(backwards);
        if (_stack.Length is > SmallStack and <= LargestKeptStack) _room!.Choices = _stack;
        if (_visited is not null) ArrayPool<ulong>.Shared.Return(_visited);
        return outcome == MatchOutcome.Stopped || Pay() ? outcome : MatchOutcome.Stopped;
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
                    var end = Run(instruction, next, at);
                    if (end < 0) goto fail;
                    at = end;
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
                    if (!Set(Starts + instruction.Number, _registers[Opened + instruction.Number]) || !Set(Ends + instruction.Number, at))
                        return false;
                    next++;
                    continue;
                case PatternOperation.Reference:
                    var behind = TakeGroup(instruction.Number, at);
                    if (behind < 0) goto fail;
                    at = behind;
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
            if (_end != MatchOutcome.None || (next = Retreat()) < 0) return false;
            at = _resumeAt;
        }
    }

    // Goes back to the last choice: the instruction to go on with, at _resumeAt; -1 if there is no choice left.
    private int Retreat()
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
            if (choice.Least < 0)
            {
                _top--;
                _resumeAt = choice.At;
                return choice.Instruction;
            }
            // A run: try with this many characters, and keep the fewer for later.
            var at = GiveBack(_pattern.Code[choice.Instruction].Next, choice.Least, choice.At);
            if (at <= choice.Least) _top--;
            else choice.At = Before(at);
            if (at < 0) continue;
            _resumeAt = at;
            return choice.Instruction + 1;
        }
        return -1;
    }

    // The offset behind the run, or -1 if what follows cannot begin anywhere in it.
    private int Run(in Instruction run, int number, int at)
    {
        if (_visited is not null) return RunRemembering(run, number, at);
        var most = run.Set!.SkipFrom(_text, at);
        _work += (most - at) >> 4;
        if (run.IsPossessive || most == at) return most;
        var end = GiveBack(run.Next, at, most);
        return end <= at || Push(number, Before(end), at) ? end : -1;
    }

    // The largest offset from the least to the most at which what follows the run can begin; -1 if there is none.
    private readonly int GiveBack(SearchValues<char>? next, int least, int most)
    {
        if (next is null) return most;
        var found = _text[least..Math.Min(most + 1, _text.Length)].LastIndexOfAny(next);
        return found < 0 ? -1 : least + found;
    }

    private readonly int Before(int at) => at - (at >= 2 && char.IsLowSurrogate(_text[at - 1]) ? 2 : 1);

    // One character at a time, each a choice of its own that is remembered.
    private int RunRemembering(in Instruction run, int number, int at)
    {
        while (!IsSecondVisit(run, at))
        {
            var length = at < _text.Length ? run.Set!.LengthAt(_text, at) : 0;
            if (length == 0) return at;
            if (!run.IsPossessive && !Push(number + 1, at)) break;
            at += length;
        }
        return -1;
    }

    // The offset behind the group's text, or -1 if that is not here.
    private int TakeGroup(int number, int at)
    {
        var (start, end) = Group(number);
        if (end < 0 || end - start > _text.Length - at) return -1;
        _work += (end - start) >> 4;
        var comparison = _pattern.CaseMatters ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return _text.Slice(at, end - start).Equals(_text[start..end], comparison) ? at + end - start : -1;
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
