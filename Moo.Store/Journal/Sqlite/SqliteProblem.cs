using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Moo.Store.Journal.Sqlite;

/// <summary>Decides which errors of SQLite are worth waiting for, and says in words what each means for the operator.</summary>
internal static class SqliteProblem
{
    private const int SharedMemoryCannotGrow = raw.SQLITE_IOERR | (19 << 8); // SQLITE_IOERR_SHMSIZE: the disk is full, too

    /// <summary><see cref="JournalAwayException"/> or <see cref="JournalException"/>.</summary>
    public static Exception Explain(SqliteException problem, string place)
    {
        var said = $"{place}: {problem.Message} (SQLite error {problem.SqliteExtendedErrorCode}).";
        if (problem.SqliteErrorCode == raw.SQLITE_FULL || problem.SqliteExtendedErrorCode == SharedMemoryCannotGrow)
            return new JournalAwayException($"{said} The disk is full. Make room; the server goes on by itself.", problem);
        if (problem.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
            return new JournalAwayException($"{said} Another program is writing to it, or keeps it locked: end that.", problem);
        var advice = problem.SqliteErrorCode switch
        {
            raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH =>
                "It cannot be written to. Check the owner and the permissions of the file and its folder.",
            raw.SQLITE_CANTOPEN => "It cannot be opened. Check that the folder exists and that the server may use it.",
            raw.SQLITE_CORRUPT => "The file is damaged. Restore a backup.",
            raw.SQLITE_NOTADB => "The file is not a SQLite database. Name another one with --store.",
            raw.SQLITE_IOERR => "The disk failed to read or write. Check it before you start the server again.",
            raw.SQLITE_CONSTRAINT => "The file holds what this server did not write: did something else write to it?",
            _ => "This is not expected: please report it.",
        };
        return new JournalException($"{said} {advice}", problem);
    }
}
