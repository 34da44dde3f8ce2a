using Moo.Language.Builtins.Outside;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Opening and closing files, and moving about in them (ToastStunt's FIO). Wizards only, and only where the server's settings allow it.</summary>
internal static class FileHandleFunctions
{
    private const long MostFiles = 256;

    /// <summary>Opens a file in the server's <c>files/</c> folder; returns the number by which the other functions know it.</summary>
    /// <remarks>
    /// <paramref name="mode"/> is four letters: <c>r</c> to read, <c>w</c> to write a new or emptied file, <c>a</c> to write at its end; <c>+</c> for both
    /// ways or <c>-</c>; <c>t</c> for text or <c>b</c> for binary strings; <c>f</c> to write to the disk at once or <c>n</c>. As with all functions that
    /// work on files, what the task has done so far is committed, and it sleeps until the work is done.
    /// </remarks>
    /// <example>`file_open("notes.txt", "r-tn") ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">
    /// E_PERM unless the programmer is a wizard and the server's settings allow it; E_INVARG for another mode, or a name that leads elsewhere; E_QUOTA if
    /// <c>$server_options.file_io_max_files</c> (256) are open; E_FILE if the operating system refuses.
    /// </exception>
    [Builtin("file_open")]
    public static TaskStep FileOpen(MooTask task, string name, string mode)
    {
        if (FilePaths.Refuse(task, "file_open") is { } refused) return TaskStep.Of(refused);
        if (!FilePaths.IsAllowed(name)) return TaskStep.Of(FilePaths.Invalid(task, name));
        if (FileOpenMode.Parse(mode) is not { } how) return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "Invalid mode string: {0}", Value.Str(mode)));
        var (files, largest) = (task.Runtime.Files, task.Runtime.Outside.LargestFile);
        var most = task.Runtime.Options.Find(task.Transaction.Base, "file_io_max_files") is { IsInt: true } option ? option.AsInt : MostFiles;
        return FileWork.At(task, "file_open", name, path => files.Add(() => OpenFile.Open(path, name, how, largest), most) is { } handle
            ? Value.Int(handle) : throw new FileQuotaException("Too many files open"));
    }

    /// <summary>Closes a file.</summary>
    /// <example>`file_close(1) ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>file_open()</c>; E_INVARG if there is no such open file.</exception>
    [Builtin("file_close")]
    public static TaskStep FileClose(MooTask task, long handle)
    {
        if (FileWork.Find(task, "file_close", handle, out var failed) is not { } file) return TaskStep.Of(failed);
        var files = task.Runtime.Files;
        return Waits.ForOutside(task, "file_close", _ => Task.FromResult(FileErrors.Guard(file.Name, () =>
        {
            if (files.Remove(handle) is null) return Value.Of(MooError.Of(ErrorCode.E_INVARG, "Invalid FHANDLE"));
            file.Dispose();
            return Value.Int(0);
        })));
    }

    /// <summary>The numbers of all open files.</summary>
    /// <example>`file_handles() ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>file_open()</c>.</exception>
    [Builtin("file_handles")]
    public static Value FileHandles(MooTask task) => FilePaths.Refuse(task, "file_handles")
        ?? Value.List(MooList.Of([.. task.Runtime.Files.Handles.Select(Value.Int)]));

    /// <summary>The name that a file was opened by.</summary>
    /// <example>`file_name(1) ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>file_open()</c>; E_INVARG if there is no such open file.</exception>
    [Builtin("file_name")]
    public static Value FileName(MooTask task, long handle) =>
        FileWork.Find(task, "file_name", handle, out var failed) is { } file ? Value.Str(file.Name) : failed;

    /// <summary>The mode that a file was opened with: four letters.</summary>
    /// <example>`file_openmode(1) ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>file_open()</c>; E_INVARG if there is no such open file.</exception>
    [Builtin("file_openmode")]
    public static Value FileMode(MooTask task, long handle) =>
        FileWork.Find(task, "file_openmode", handle, out var failed) is { } file ? Value.Str(file.Mode.Text) : failed;

    /// <summary>Goes to a place in a file.</summary>
    /// <remarks><paramref name="whence"/> says from where the bytes are counted: <c>"SEEK_SET"</c> the start, <c>"SEEK_CUR"</c> here, <c>"SEEK_END"</c> the end.</remarks>
    /// <example>`file_seek(1, 0, "SEEK_SET") ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>file_open()</c>; E_INVARG if there is no such open file, or for another word; E_FILE for a place before the start.</exception>
    [Builtin("file_seek")]
    public static TaskStep FileSeek(MooTask task, long handle, long location, string whence)
    {
        SeekOrigin? origin = whence.ToUpperInvariant() switch
        {
            "SEEK_SET" => SeekOrigin.Begin,
            "SEEK_CUR" => SeekOrigin.Current,
            "SEEK_END" => SeekOrigin.End,
            _ => null,
        };
        if (FileWork.Find(task, "file_seek", handle, out var failed) is null) return TaskStep.Of(failed);
        if (origin is not { } from) return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "Invalid whence: {0}", Value.Str(whence)));
        return FileWork.On(task, "file_seek", handle, 0, file =>
        {
            file.Seek(location, from);
            return Value.Int(0);
        });
    }

    /// <summary>The place in a file where the next byte is read or written, counted from 0.</summary>
    /// <example>`file_tell(1) ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>file_open()</c>; E_INVARG if there is no such open file.</exception>
    [Builtin("file_tell")]
    public static Value FileTell(MooTask task, long handle) =>
        FileWork.Find(task, "file_tell", handle, out var failed) is { } file ? Value.Int(file.Position) : failed;

    /// <summary>Whether reading has come to the end of a file.</summary>
    /// <remarks>Only reading finds the end: before the first attempt to read beyond it, this is 0.</remarks>
    /// <example>`file_eof(1) ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>file_open()</c>; E_INVARG if there is no such open file.</exception>
    [Builtin("file_eof")]
    public static Value FileEof(MooTask task, long handle) =>
        FileWork.Find(task, "file_eof", handle, out var failed) is { } file ? Value.Truth(file.IsAtEnd) : failed;

    /// <summary>Writes to the disk what has been written to a file so far.</summary>
    /// <example>`file_flush(1) ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>file_open()</c>; E_INVARG if there is no such open file; E_FILE if the operating system refuses.</exception>
    [Builtin("file_flush")]
    public static TaskStep FileFlush(MooTask task, long handle) => FileWork.On(task, "file_flush", handle, 0, file =>
    {
        file.Flush();
        return Value.Int(0);
    });

    /// <summary>The version of these functions: ToastStunt's FIO, 1.7.</summary>
    /// <example>file_version() => "FIO/1.7"</example>
    [Builtin("file_version")]
    public static string FileVersion() => "FIO/1.7";
}
