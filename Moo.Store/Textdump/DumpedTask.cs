using Moo.Store.Values;

namespace Moo.Store.Textdump;

/// <summary>Why a task of a textdump does not run.</summary>
public enum DumpedTaskKind
{
    /// <summary>It was forked and has not begun.</summary>
    Forked,

    /// <summary>It sleeps.</summary>
    Suspended,

    /// <summary>It waited for something that ended with the server, such as input.</summary>
    Interrupted,
}

/// <summary>A task of a textdump.</summary>
/// <param name="Kind">Why it does not run.</param>
/// <param name="Id">Its number.</param>
/// <param name="StartTime">When it is to go on, in seconds since 1970.</param>
/// <param name="Value">What it goes on with.</param>
/// <param name="Line">Where it begins in the file.</param>
public sealed record DumpedTask(DumpedTaskKind Kind, long Id, long StartTime, Value Value, long Line)
{
    /// <summary>Its local value (ToastStunt); the empty map before version 6.</summary>
    public Value Local { get; set; } = Value.Of(MooMap.Empty);

    /// <summary>Its frames, outermost first.</summary>
    public List<DumpedFrame> Frames { get; } = [];

    /// <summary>Which part of the outermost frame's program it runs: -1 the main part, else a fork's body, by its number.</summary>
    public long RootVector { get; set; } = -1;
}

/// <summary>A frame of a task of a textdump: a verb in the middle of its work.</summary>
public sealed class DumpedFrame
{
    /// <summary>The program.</summary>
    public string Source { get; set; } = "";

    /// <summary>The language version that the program is written in.</summary>
    public long LanguageVersion { get; set; }

    /// <summary>The number that the program's first line has in tracebacks.</summary>
    public long FirstLine { get; set; } = 1;

    /// <summary>The variables by name; <see cref="Value.Unset"/> for one without a value.</summary>
    public List<(string Name, Value Value)> Variables { get; } = [];

    /// <summary>What the interpreter had in work, oldest first.</summary>
    public List<DumpedStackEntry> Stack { get; } = [];

    /// <summary>The assignment that is in work.</summary>
    public Value Temporary { get; set; } = Value.Unset;

    /// <summary><c>this</c>.</summary>
    public Value This { get; set; }

    /// <summary><c>player</c>.</summary>
    public ObjectId Player { get; set; }

    /// <summary>Whose permissions it runs with.</summary>
    public ObjectId Programmer { get; set; }

    /// <summary>The object that defines the verb.</summary>
    public Value Definer { get; set; }

    /// <summary>Whether errors are raised.</summary>
    public bool IsDebug { get; set; }

    /// <summary>The name that the verb was called by.</summary>
    public string Verb { get; set; } = "";

    /// <summary>The verb's names.</summary>
    public string VerbNames { get; set; } = "";

    /// <summary>The place in the program as LambdaMOO compiles it: behind the call that is in progress.</summary>
    public long Pc { get; set; }

    /// <summary>The place of the call itself.</summary>
    public long ErrorPc { get; set; }

    /// <summary>The built-in function that waits for a verb it called, or null.</summary>
    public string? Function { get; set; }

    /// <summary>How far that function is.</summary>
    public long FunctionStage { get; set; }

    /// <summary>What that function remembers: the lines as they stand in the file.</summary>
    public List<string> FunctionState { get; } = [];
}

/// <summary>What an entry of the interpreter's stack is.</summary>
public enum DumpedStackKind
{
    /// <summary>A value.</summary>
    Value,

    /// <summary>The mark of a <c>try … except</c> or of a catch expression; its value is the number of handlers, or a handler's place.</summary>
    Catch,

    /// <summary>The mark of a <c>try … finally</c>; its value is the place of the clause.</summary>
    Finally,
}

/// <summary>An entry of the interpreter's stack.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The value, or what a mark says.</param>
public readonly record struct DumpedStackEntry(DumpedStackKind Kind, Value Value);
