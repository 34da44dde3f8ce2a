using System.Text;
using Moo.Language.Builtins.Outside;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Reading and writing open files (ToastStunt's FIO). Wizards only, and only where the server's settings allow it.</summary>
internal static class FileContentFunctions
{
    /// <summary>Reads the next line of a file.</summary>
    /// <example>`file_readline(1) ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">
    /// E_PERM as <c>file_open()</c>; E_INVARG if there is no such file open for reading; E_FILE at the end; E_QUOTA for a line that is too long.
    /// </exception>
    [Builtin("file_readline")]
    public static TaskStep FileReadLine(MooTask task, long handle)
    {
        var longest = task.Limits.MaxStringConcat;
        return FileWork.On(task, "file_readline", handle, FileAccess.Read,
            file => file.ReadLine(longest) is { } line ? Value.Str(file.ToText(line)) : FileErrors.EndOfFile);
    }

    /// <summary>Reads lines of a file, from one number (counted from 1) to another, as far as there are; the file then stands at the first of them.</summary>
    /// <example>`file_readlines(1, 1, 10) ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">
    /// E_PERM as <c>file_open()</c>; E_INVARG if there is no such file open for reading, or the numbers make no range; E_FILE if the file ends before the
    /// first line; E_QUOTA if the lines are too much for a list.
    /// </exception>
    [Builtin("file_readlines")]
    public static TaskStep FileReadLines(MooTask task, long handle, long first, long last)
    {
        if (FilePaths.Refuse(task, "file_readlines") is { } refused) return TaskStep.Of(refused);
        if (first < 1 || last < first) return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "there are no lines {0} to {1}", Value.Int(first), Value.Int(last)));
        var limits = task.Limits;
        return FileWork.On(task, "file_readlines", handle, FileAccess.Read, file =>
        {
            file.Seek(0, SeekOrigin.Begin);
            for (var number = 1L; number < first; number++)
                if (!file.SkipLine()) return FileErrors.EndOfFile;
            var start = file.Here;
            var lines = new Gathering(limits);
            for (var number = first; number <= last && file.ReadLine(limits.MaxStringConcat) is { } line; number++) lines.Add(Value.Str(file.ToText(line)));
            file.Seek(start, SeekOrigin.Begin);
            return lines.ToValue();
        });
    }

    /// <summary>Writes a line to a file.</summary>
    /// <example>`file_writeline(1, "text") ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">
    /// E_PERM as <c>file_open()</c>; E_INVARG if there is no such file open for writing, or for a malformed binary string; E_QUOTA if the file would be too
    /// large; E_FILE if the operating system refuses.
    /// </exception>
    [Builtin("file_writeline")]
    public static TaskStep FileWriteLine(MooTask task, long handle, string line) => Write(task, "file_writeline", handle, line, isLine: true);

    /// <summary>Writes text, or for a binary file the bytes of a binary string; returns how many bytes.</summary>
    /// <example>`file_write(1, "text") ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">As <c>file_writeline()</c>.</exception>
    [Builtin("file_write")]
    public static TaskStep FileWrite(MooTask task, long handle, string text) => Write(task, "file_write", handle, text, isLine: false);

    private static TaskStep Write(MooTask task, string function, long handle, string text, bool isLine)
    {
        if (FileWork.Find(task, function, handle, out var failed) is not { } open) return TaskStep.Of(failed);
        if (open.ToBytes(text) is not { } bytes) return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "Invalid binary string"));
        return FileWork.On(task, function, handle, FileAccess.Write, file =>
        {
            file.Write(isLine ? [.. bytes, (byte)'\n'] : bytes);
            return Value.Int(isLine ? 0 : bytes.Length);
        });
    }

    /// <summary>Reads bytes of a file, as far as there are.</summary>
    /// <example>`file_read(1, 100) ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">
    /// E_PERM as <c>file_open()</c>; E_INVARG if there is no such file open for reading, or for a negative count; E_FILE at the end; E_QUOTA for more than
    /// fits a string.
    /// </exception>
    [Builtin("file_read")]
    public static TaskStep FileRead(MooTask task, long handle, long count)
    {
        var longest = task.Limits.MaxStringConcat;
        if (FilePaths.Refuse(task, "file_read") is { } refused) return TaskStep.Of(refused);
        if (count < 0) return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "{0} bytes cannot be read", Value.Int(count)));
        return FileWork.On(task, "file_read", handle, FileAccess.Read, file =>
        {
            var bytes = file.Read((int)Math.Min(count, longest + 1));
            if (bytes.Length == 0) return count == 0 ? Value.EmptyString : FileErrors.EndOfFile;
            var text = file.ToText(bytes);
            return text.Length <= longest ? Value.Str(text) : throw new FileQuotaException("that is more than a string may hold");
        });
    }

    /// <summary>The lines of a file that contain a text (case ignored), each as <c>{line, number}</c>: the first one, or all.</summary>
    /// <example>`file_grep(1, "text") ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">
    /// E_PERM as <c>file_open()</c>; E_INVARG if there is no such file open for reading; E_QUOTA if the lines are too much for a list.
    /// </exception>
    [Builtin("file_grep")]
    public static TaskStep FileGrep(MooTask task, long handle, string text, long all = 0)
    {
        var limits = task.Limits;
        return FileWork.On(task, "file_grep", handle, FileAccess.Read, file =>
        {
            file.Seek(0, SeekOrigin.Begin);
            var found = new Gathering(limits);
            for (var number = 1L; file.ReadLine(limits.MaxStringConcat) is { } bytes; number++)
            {
                var line = Encoding.UTF8.GetString(bytes);
                if (!line.Contains(text, StringComparison.OrdinalIgnoreCase)) continue;
                found.Add(Value.List(Value.Str(OpenFile.Printable(line)), Value.Int(number)));
                if (all == 0) break;
            }
            return found.ToValue();
        });
    }

    /// <summary>How many lines a file has.</summary>
    /// <example>`file_count_lines(1) ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>file_open()</c>; E_INVARG if there is no such file open for reading.</exception>
    [Builtin("file_count_lines")]
    public static TaskStep FileCountLines(MooTask task, long handle) => FileWork.On(task, "file_count_lines", handle, FileAccess.Read, file =>
    {
        file.Seek(0, SeekOrigin.Begin);
        var count = 0L;
        while (file.SkipLine()) count++;
        return Value.Int(count);
    });

    // A list that grows off the workers, where no tick is taken: its size is what bounds it.
    private sealed class Gathering(TaskLimits limits)
    {
        private readonly List<Value> _values = [];
        private long _bytes;

        public void Add(Value value)
        {
            _values.Add(value);
            _bytes += value.Bytes;
            if (_bytes > limits.MaxListBytes) throw new FileQuotaException("that is more than a list may hold");
        }

        public Value ToValue() => Value.List(MooList.FromOwned([.. _values], _values.Count));
    }
}
