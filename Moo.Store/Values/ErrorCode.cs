using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Moo.Store.Values;

/// <summary>The name of an error: one of the server's own (<c>E_PERM</c>) or any other <c>E_NAME</c> a world makes up.</summary>
/// <remarks>One instance per name, whatever its case, so that codes compare by reference.</remarks>
[SuppressMessage("Naming", "CA1707:Identifiers should not contain underscores", Justification = "MOO's own names.")]
[SuppressMessage("Design", "CA1724", Justification = "MOO's own name.")]
public sealed class ErrorCode
{
    // Worlds invent error names, but not without end: beyond this many the name is refused (see Custom).
    private const int MostCustomCodes = 100_000;

    private static readonly ConcurrentDictionary<string, ErrorCode> Known = new(StringComparer.OrdinalIgnoreCase);
    private static readonly List<ErrorCode> Numbered = [];

#pragma warning disable CS1591 // the names say it, and Message has the words
    public static readonly ErrorCode E_NONE = Add("E_NONE", "No error");
    public static readonly ErrorCode E_TYPE = Add("E_TYPE", "Type mismatch");
    public static readonly ErrorCode E_DIV = Add("E_DIV", "Division by zero");
    public static readonly ErrorCode E_PERM = Add("E_PERM", "Permission denied");
    public static readonly ErrorCode E_PROPNF = Add("E_PROPNF", "Property not found");
    public static readonly ErrorCode E_VERBNF = Add("E_VERBNF", "Verb not found");
    public static readonly ErrorCode E_VARNF = Add("E_VARNF", "Variable not found");
    public static readonly ErrorCode E_INVIND = Add("E_INVIND", "Invalid indirection");
    public static readonly ErrorCode E_RECMOVE = Add("E_RECMOVE", "Recursive move");
    public static readonly ErrorCode E_MAXREC = Add("E_MAXREC", "Too many verb calls");
    public static readonly ErrorCode E_RANGE = Add("E_RANGE", "Range error");
    public static readonly ErrorCode E_ARGS = Add("E_ARGS", "Incorrect number of arguments");
    public static readonly ErrorCode E_NACC = Add("E_NACC", "Move refused by destination");
    public static readonly ErrorCode E_INVARG = Add("E_INVARG", "Invalid argument");
    public static readonly ErrorCode E_QUOTA = Add("E_QUOTA", "Resource limit exceeded");
    public static readonly ErrorCode E_FLOAT = Add("E_FLOAT", "Floating-point arithmetic error");
    public static readonly ErrorCode E_FILE = Add("E_FILE", "File system error");
    public static readonly ErrorCode E_EXEC = Add("E_EXEC", "Exec error");
    public static readonly ErrorCode E_INTRPT = Add("E_INTRPT", "Interrupted");
#pragma warning restore CS1591

    private ErrorCode(string name, string message, int number)
    {
        Name = name;
        Message = message;
        Number = number;
        Plain = new MooError(this, null, default);
    }

    /// <summary>The name as written first, <c>E_PERM</c>.</summary>
    public string Name { get; }

    /// <summary>The words for it, as <c>tostr()</c> gives them.</summary>
    public string Message { get; }

    /// <summary>The number that <c>toint()</c> gives; -1 for a name that the server does not define.</summary>
    public int Number { get; }

    /// <summary>The error of this code without a message of its own.</summary>
    public MooError Plain { get; }

    /// <summary>The server's own codes, by number.</summary>
    public static IReadOnlyList<ErrorCode> BuiltIn => Numbered;

    /// <summary>Whether the server itself defines an error of this name.</summary>
    public static bool IsBuiltIn(string name) => Known.TryGetValue(name, out var code) && code.Number >= 0;

    /// <summary>The code of this name, made on first use; null when the world has made up far too many.</summary>
    public static ErrorCode? Find(string name) =>
        Known.TryGetValue(name, out var code) ? code
        : Known.Count >= MostCustomCodes ? null
        : Known.GetOrAdd(name, n => new ErrorCode(n, n, -1));

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static ErrorCode Add(string name, string message)
    {
        var code = new ErrorCode(name, message, Numbered.Count);
        Numbered.Add(code);
        Known[name] = code;
        return code;
    }
}
