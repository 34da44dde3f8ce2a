using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Moo.Store.Journal.Sqlite;

/// <summary>Finds the SQLite library: the system's, else one that lies beside the program.</summary>
/// <remarks>The system's gets its security updates from the system; the packages that bundle one are years old.</remarks>
internal static class SqliteLibrary
{
    // Upserts came with 3.24.
    private const int OldestVersion = 3_024_000;
    private const string BundledName = "e_sqlite3";

    private static readonly Lazy<string?> Problem = new(Load);

    /// <summary>Makes the library ready for use.</summary>
    /// <exception cref="JournalException">There is none, or it is too old.</exception>
    public static void MakeReady()
    {
        if (Problem.Value is { } problem) throw new JournalException(problem);
    }

    private static string? Load()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        if (!Names.Any(name => NativeLibrary.TryLoad(name, typeof(SQLite3Provider_e_sqlite3).Assembly, null, out _)))
        {
            return "SQLite is not installed. Install it (Debian and Ubuntu: apt install libsqlite3-0; Alpine: apk add "
                + "sqlite-libs; Fedora: dnf install sqlite-libs), or use PostgreSQL: --store \"Host=…\".";
        }
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        raw.FreezeProvider();
        return raw.sqlite3_libversion_number() >= OldestVersion ? null
            : $"The SQLite library is version {raw.sqlite3_libversion().utf8_to_string()}; 3.24 is the oldest that will do. Update it.";
    }

    private static string[] Names =>
        OperatingSystem.IsWindows() ? ["winsqlite3", BundledName]
        : OperatingSystem.IsMacOS() ? ["libsqlite3.dylib", BundledName]
        : ["libsqlite3.so.0", "libsqlite3.so", BundledName];

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != BundledName) return IntPtr.Zero;
        foreach (var candidate in Names)
            if (NativeLibrary.TryLoad(candidate, assembly, path, out var library)) return library;
        return IntPtr.Zero;
    }
}
