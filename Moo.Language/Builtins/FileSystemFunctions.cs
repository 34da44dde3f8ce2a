using Moo.Language.Builtins.Outside;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Files and folders by name (ToastStunt's FIO). Wizards only, and only where the server's settings allow it.</summary>
internal static class FileSystemFunctions
{
    /// <summary>The names in a folder; with <paramref name="detailed"/>, <c>{name, type, mode, size}</c> of each.</summary>
    /// <example>`file_list("/") ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>file_open()</c>; E_INVARG for a name that leads elsewhere; E_FILE if there is no such folder; E_QUOTA if it holds too much for a list.</exception>
    [Builtin("file_list")]
    public static TaskStep FileList(MooTask task, string folder, bool detailed = false)
    {
        var most = task.Limits.MaxListBytes;
        return FileWork.At(task, "file_list", folder, path =>
        {
            var entries = new List<Value>();
            var bytes = 0L;
            foreach (var entry in new DirectoryInfo(path).EnumerateFileSystemInfos())
            {
                var value = detailed ? Value.List(Value.Str(entry.Name), TypeOf(entry), ModeOf(entry), SizeOf(entry)) : Value.Str(entry.Name);
                entries.Add(value);
                bytes += value.Bytes;
                if (bytes > most) throw new FileQuotaException("that is more than a list may hold");
            }
            return Value.List(MooList.Of([.. entries]));
        });
    }

    /// <summary>Makes a folder.</summary>
    /// <example>`file_mkdir("/new") ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>file_open()</c>; E_INVARG for a name that leads elsewhere; E_FILE if the operating system refuses.</exception>
    [Builtin("file_mkdir")]
    public static TaskStep FileMakeFolder(MooTask task, string name) => FileWork.At(task, "file_mkdir", name, path =>
    {
        if (Directory.Exists(path) || File.Exists(path)) return FileErrors.Error("File exists", name);
        if (!Directory.Exists(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path)))) return FileErrors.Error("No such file or directory", name);
        Directory.CreateDirectory(path);
        return Value.Int(0);
    });

    /// <summary>Removes an empty folder.</summary>
    /// <example>`file_rmdir("/old") ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>file_open()</c>; E_INVARG for a name that leads elsewhere; E_FILE if the operating system refuses.</exception>
    [Builtin("file_rmdir")]
    public static TaskStep FileRemoveFolder(MooTask task, string name) => FileWork.At(task, "file_rmdir", name, path =>
    {
        Directory.Delete(path);
        return Value.Int(0);
    });

    /// <summary>Removes a file, or an empty folder.</summary>
    /// <example>`file_remove("old.txt") ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>file_open()</c>; E_INVARG for a name that leads elsewhere; E_FILE if the operating system refuses.</exception>
    [Builtin("file_remove")]
    public static TaskStep FileRemove(MooTask task, string name) => FileWork.At(task, "file_remove", name, path =>
    {
        if (Directory.Exists(path)) Directory.Delete(path);
        else if (File.Exists(path)) File.Delete(path);
        else return FileErrors.Error("No such file or directory", name);
        return Value.Int(0);
    });

    /// <summary>Gives a file or folder another name; a file of that name is replaced.</summary>
    /// <example>`file_rename("old.txt", "new.txt") ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>file_open()</c>; E_INVARG for a name that leads elsewhere; E_FILE if the operating system refuses.</exception>
    [Builtin("file_rename")]
    public static TaskStep FileRename(MooTask task, string name, string newName)
    {
        if (FilePaths.Refuse(task, "file_rename") is { } refused) return TaskStep.Of(refused);
        if (!FilePaths.IsAllowed(newName)) return TaskStep.Of(FilePaths.Invalid(task, newName));
        var outside = task.Runtime.Outside;
        return FileWork.At(task, "file_rename", name, path =>
        {
            var newPath = FilePaths.Resolve(outside, newName);
            if (Directory.Exists(path)) Directory.Move(path, newPath);
            else File.Move(path, newPath, overwrite: true);
            return Value.Int(0);
        });
    }

    /// <summary>Says who may do what with a file: three octal digits, for its owner, its group and all others.</summary>
    /// <example>`file_chmod("new.txt", "644") ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>file_open()</c>; E_INVARG for another mode or a name that leads elsewhere; E_FILE if the operating system refuses.</exception>
    [Builtin("file_chmod")]
    public static TaskStep FileChangeMode(MooTask task, string name, string mode)
    {
        if (FilePaths.Refuse(task, "file_chmod") is { } refused) return TaskStep.Of(refused);
        if (mode.Length != 3 || mode.AsSpan().ContainsAnyExceptInRange('0', '7')) return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "Invalid mode string: {0}", Value.Str(mode)));
        return FileWork.At(task, "file_chmod", name, path =>
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32(mode, 8));
            return Value.Int(0);
        });
    }

    /// <summary>The bytes in a file.</summary>
    /// <remarks>Like the functions below, this takes the name of a file or the number of an open one.</remarks>
    /// <example>`file_size("notes.txt") ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>file_open()</c>; E_INVARG for a name that leads elsewhere, or if no such file is open; E_FILE if there is none.</exception>
    [Builtin("file_size")]
    public static TaskStep FileSize(MooTask task, Value file) => Look(task, "file_size", file, SizeOf);

    /// <summary>Who may do what with a file: three octal digits.</summary>
    /// <example>`file_mode("notes.txt") ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">As <c>file_size()</c>.</exception>
    [Builtin("file_mode")]
    public static TaskStep FileMode(MooTask task, Value file) => Look(task, "file_mode", file, ModeOf);

    /// <summary>What a name stands for: <c>"reg"</c>, a file; <c>"dir"</c>, a folder; or <c>"unknown"</c>.</summary>
    /// <example>`file_type("notes.txt") ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">As <c>file_size()</c>.</exception>
    [Builtin("file_type")]
    public static TaskStep FileType(MooTask task, Value file) => Look(task, "file_type", file, TypeOf);

    /// <summary>When a file was last read, in seconds since 1970.</summary>
    /// <example>`file_last_access("notes.txt") ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">As <c>file_size()</c>.</exception>
    [Builtin("file_last_access")]
    public static TaskStep FileLastAccess(MooTask task, Value file) => Look(task, "file_last_access", file, entry => Seconds(entry.LastAccessTimeUtc));

    /// <summary>When a file was last written, in seconds since 1970.</summary>
    /// <example>`file_last_modify("notes.txt") ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">As <c>file_size()</c>.</exception>
    [Builtin("file_last_modify")]
    public static TaskStep FileLastModify(MooTask task, Value file) => Look(task, "file_last_modify", file, entry => Seconds(entry.LastWriteTimeUtc));

    /// <summary>When a file was last changed, in seconds since 1970.</summary>
    /// <remarks>Differs from ToastStunt, where a change of its mode counts, too: this is when it was last written.</remarks>
    /// <example>`file_last_change("notes.txt") ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">As <c>file_size()</c>.</exception>
    [Builtin("file_last_change")]
    public static TaskStep FileLastChange(MooTask task, Value file) => Look(task, "file_last_change", file, entry => Seconds(entry.LastWriteTimeUtc));

    /// <summary>All about a file: <c>{size, type, mode, "", "", last access, last modification, last change}</c>.</summary>
    /// <remarks>The empty strings stand where owner and group once were.</remarks>
    /// <example>`file_stat("notes.txt") ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">As <c>file_size()</c>.</exception>
    [Builtin("file_stat")]
    public static TaskStep FileStat(MooTask task, Value file) => Look(task, "file_stat", file, entry => Value.List(SizeOf(entry), TypeOf(entry), ModeOf(entry),
        Value.EmptyString, Value.EmptyString, Seconds(entry.LastAccessTimeUtc), Seconds(entry.LastWriteTimeUtc), Seconds(entry.LastWriteTimeUtc)));

    private static TaskStep Look(MooTask task, string function, Value file, Func<FileSystemInfo, Value> tell)
    {
        if (FilePaths.Refuse(task, function) is { } refused) return TaskStep.Of(refused);
        OpenFile? open = null;
        if (!file.TryStr(out var name))
        {
            if (!file.TryInt(out var handle) || (open = task.Runtime.Files.Find(handle)) is null)
                return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "Invalid FHANDLE: {0}", file));
            name = open.Name;
        }
        return FileWork.At(task, function, name, path =>
        {
            // What was written and not flushed counts as well.
            open?.Use(static writing =>
            {
                writing.Flush();
                return default;
            });
            FileSystemInfo entry = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
            return entry.Exists ? tell(entry) : FileErrors.Error("No such file or directory", name);
        });
    }

    private static Value SizeOf(FileSystemInfo entry) => Value.Int(entry is FileInfo file ? file.Length : 4096);

    private static Value TypeOf(FileSystemInfo entry) => Value.Str(
        entry is DirectoryInfo ? "dir" : (entry.Attributes & (FileAttributes.Device | FileAttributes.ReparsePoint)) != 0 ? "unknown" : "reg");

    private static Value ModeOf(FileSystemInfo entry) => Value.Str(Convert.ToString((int)entry.UnixFileMode & 0x1FF, 8).PadLeft(3, '0'));

    private static Value Seconds(DateTime time) => Value.Int(new DateTimeOffset(time).ToUnixTimeSeconds());
}
