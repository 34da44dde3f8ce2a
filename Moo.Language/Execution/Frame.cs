using System.Runtime.CompilerServices;
using Moo.Language.Syntax;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Execution;

/// <summary>One running verb: heap data, so that a task can stop between any two steps.</summary>
/// <remarks>
/// At rest (another frame above it, or the task asleep) <see cref="Pc"/> is the step that is in progress; its result goes to
/// <see cref="ResultSlot"/>, and the frame goes on behind it. A frame with <see cref="Native"/> stands for a builtin function that
/// called a verb and has no program.
/// Frames are pooled: <see cref="FramePool"/> clears them.
/// </remarks>
internal sealed class Frame
{
    public MooTask Task = null!;
    public Program Program = null!;
    public Value[] Slots = [];
    public int Pc;
    public int ResultSlot;
    public Frame? Below;

    public Value This;
    public Value CallerValue;
    public ObjectId Player;
    public string Verb = "";
    public ObjectId Definer;
    public ObjectId Programmer;
    public bool IsDebug;
    public CommandWords Command = CommandWords.None;
    public NativeCall? Native;

    /// <summary>The arguments as they were passed: the first <see cref="ArgumentCount"/> of these …</summary>
    public Value[] Arguments = [];
    public int ArgumentCount;

    /// <summary>… or this list, if they came or were asked for as one.</summary>
    public MooList? ArgumentList;

    private int _wizardEpoch;
    private bool _isWizard;

    /// <summary>Whether the programmer is a wizard.</summary>
    public bool IsWizard => _wizardEpoch == Task.Epoch ? _isWizard : LookUpWizard();

    private bool LookUpWizard()
    {
        _isWizard = Task.IsWizard(Programmer);
        _wizardEpoch = Task.Epoch;
        return _isWizard;
    }

    /// <summary>Runs with a verb owner's permissions, which are the calling frame's more often than not.</summary>
    public void SetProgrammer(ObjectId programmer, Frame caller)
    {
        Programmer = programmer;
        var isSame = caller.Programmer == programmer;
        _wizardEpoch = isSame ? caller._wizardEpoch : 0;
        _isWizard = caller._isWizard;
    }

    /// <summary>Changes whose permissions the frame runs with.</summary>
    public void SetProgrammer(ObjectId programmer)
    {
        Programmer = programmer;
        _wizardEpoch = 0;
    }

    /// <summary>The arguments as a list; made when first asked for.</summary>
    public MooList ReadArguments() => ArgumentList ??= MooList.Of(Arguments.AsSpan(0, ArgumentCount));

    /// <summary>One argument; the caller knows that there are enough.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Value Argument(int index) => ArgumentList is { } list ? list[index] : Arguments[index];

    /// <summary>Raises an error at a node: the failure to return, or the error as a value if the verb lacks the <c>d</c> bit.</summary>
    /// <param name="at">The node that failed.</param>
    /// <param name="code">The error.</param>
    /// <param name="detail">Words for people beside the caret, with places for <paramref name="a"/> and <paramref name="b"/>.</param>
    /// <param name="a">The value shown for <c>{0}</c>.</param>
    /// <param name="b">The value shown for <c>{1}</c>.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Value Fail(Node at, ErrorCode code, string? detail = null, Value a = default, Value b = default) =>
        Task.Raise(this, code.Plain, at.Span, detail, a, b);

    /// <summary>Raises an error at a step.</summary>
    public Value Fail(SourceSpan span, ErrorCode code, string? detail = null, Value a = default, Value b = default) =>
        Task.Raise(this, code.Plain, span, detail, a, b);

    /// <summary>Sets the slots up for a program: variables marked as without a value where that matters, predefined ones that it assigns to filled.</summary>
    public void Enter(Program program)
    {
        Program = program;
        Pc = 0;
        if (Slots.Length < program.SlotCount) Slots = new Value[Math.Max(8, program.SlotCount)];
        foreach (var slot in program.Unsure) Slots[slot] = Value.Unset;
        foreach (var (slot, variable) in program.AssignedBuiltIns) Slots[slot] = BuiltInVariables.Read(this, variable);
    }

    /// <summary>Sets the slots up as they were when the frame was put to sleep.</summary>
    public void Resume(Program program, Value[] slots)
    {
        Program = program;
        if (Slots.Length < slots.Length) Slots = new Value[slots.Length];
        slots.CopyTo(Slots, 0);
    }

    /// <summary>What the frame's verb calls see as <c>argstr</c>, <c>dobj</c> …: as they are here, if the program assigned to one.</summary>
    public CommandWords PassedCommand() => PassesChanges ? ChangedCommand() : Command;

    // Whether the program assigned to predefined variables, so that callees may see other values.
    private bool PassesChanges => Native is null && Program.AssignedBuiltIns.Length > 0;

    private CommandWords ChangedCommand()
    {
        return new CommandWords(
            Current(BuiltInVariable.Argstr), Current(BuiltInVariable.Dobj), Current(BuiltInVariable.Dobjstr),
            Current(BuiltInVariable.Prepstr), Current(BuiltInVariable.Iobj), Current(BuiltInVariable.Iobjstr));
    }

    /// <summary>What the frame's verb calls see as <c>player</c>: a wizard's program may have assigned it.</summary>
    public ObjectId PassedPlayer()
    {
        if (!PassesChanges) return Player;
        return IsWizard && Current(BuiltInVariable.Player).TryObj(out var player) ? player : Player;
    }

    private Value Current(BuiltInVariable variable)
    {
        var slot = Program.SlotOf(variable);
        return slot >= 0 ? Slots[slot] : BuiltInVariables.Read(this, variable);
    }

    /// <summary>The 1-based line the frame is at.</summary>
    public int Line => Native is not null ? 0 : Program.LineOf(Pc);

    /// <summary>The name and place of the verb, as tracebacks write it: <c>#12:look</c>.</summary>
    public string Place => Native is not null ? Native.Name : $"{Definer}:{Verb}";

    /// <summary>The transaction of the slice that runs.</summary>
    public Transaction Transaction => Task.Transaction;

    /// <summary>Whether the frame refers to nothing.</summary>
    public bool IsClean { get; private set; } = true;

    /// <summary>Ends the frame's use; it may go on holding values.</summary>
    public void Retire()
    {
        Native = null;
        ArgumentList = null;
        ArgumentCount = 0;
        IsClean = false;
    }

    /// <summary>Forgets everything that refers to something.</summary>
    public void Clear()
    {
        Array.Clear(Slots);
        Array.Clear(Arguments);
        Task = null!;
        Program = null!;
        This = CallerValue = default;
        Verb = "";
        Command = CommandWords.None;
        _wizardEpoch = 0;
        IsClean = true;
    }
}
