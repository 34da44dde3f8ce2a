using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins.Outside;

/// <summary>Where programs' files lie: in <c>files/</c> of the server's data folder, and nowhere else.</summary>
internal static class FilePaths
{
    /// <summary>Whether a name stays inside: no <c>/.</c> in it, no <c>..</c> in front (ToastStunt), nothing that means more on some system.</summary>
    public static bool IsAllowed(string name) =>
        !name.Contains("/.", StringComparison.Ordinal) && !name.StartsWith("..", StringComparison.Ordinal)
        && name.AsSpan().IndexOfAny('\\', '\0', '\n') < 0 && !(OperatingSystem.IsWindows() && name.Contains(':', StringComparison.Ordinal));

    /// <summary>The path of a name; the folder is made if it is not there.</summary>
    public static string Resolve(OutsideAccess outside, string name)
    {
        var folder = Path.GetFullPath(Path.Combine(outside.DataFolder!, "files"));
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, name.TrimStart('/'));
    }

    /// <summary>E_PERM unless the programmer is a wizard and files are switched on; else null.</summary>
    public static Value? Refuse(MooTask task, string function)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, function);
        return task.Runtime.Outside is { Files: true, DataFolder: not null } ? null : Gate.Closed(task, "Files");
    }

    /// <summary>E_INVARG for a name that leads elsewhere.</summary>
    public static Value Invalid(MooTask task, string name) => task.RaiseHere(ErrorCode.E_INVARG, "Invalid pathname: {0}", Value.Str(name));
}
