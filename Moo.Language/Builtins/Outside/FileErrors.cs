using Moo.Store.Values;

namespace Moo.Language.Builtins.Outside;

/// <summary>A program's file is, or would become, larger than it may be.</summary>
/// <param name="message">What is too large.</param>
internal sealed class FileQuotaException(string message) : Exception(message);

/// <summary>Turns what the operating system says about files into the language's errors.</summary>
internal static class FileErrors
{
    /// <summary>E_FILE at the end of a file.</summary>
    public static readonly Value EndOfFile = Error("End of file", "End of file");

    /// <summary>An E_FILE.</summary>
    /// <param name="message">What the matter is.</param>
    /// <param name="about">What it is about: the error's value.</param>
    public static Value Error(string message, string about) => Value.Of(MooError.Of(ErrorCode.E_FILE, message, Value.Str(about)));

    /// <summary>Does some work with files; what goes wrong becomes the error that the work comes to.</summary>
    /// <param name="about">What it is about: the error's value.</param>
    /// <param name="work">The work.</param>
    public static Value Guard(string about, Func<Value> work)
    {
        try
        {
            return work();
        }
        catch (FileQuotaException problem)
        {
            return Value.Of(MooError.Of(ErrorCode.E_QUOTA, problem.Message, Value.Str(about)));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ObjectDisposedException or ArgumentException)
        {
            return Error(Message(problem), about);
        }
    }

    // In the words of the C library, which programs compare with.
    private static string Message(Exception problem) => problem switch
    {
        FileNotFoundException or DirectoryNotFoundException => "No such file or directory",
        UnauthorizedAccessException => "Permission denied",
        PathTooLongException => "File name too long",
        ObjectDisposedException => "Bad file descriptor",
        ArgumentException => "Invalid argument",
        _ => Plain(problem.Message),
    };

    // .NET's messages name the path of the host: that is nobody's business in the world.
    private static string Plain(string message) =>
        message.Contains("already exists", StringComparison.Ordinal) ? "File exists"
        : message.Contains("not empty", StringComparison.Ordinal) ? "Directory not empty"
        : message.Contains("space", StringComparison.Ordinal) ? "No space left on device"
        : "Input/output error";
}
