using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Moo.Store.Journal.Sqlite;

/// <summary>Says in words what an error of SQLite means for the operator. None of them is mended by waiting.</summary>
internal static class SqliteProblem
{
    public static JournalException Explain(SqliteException problem, string place)
    {
        var advice = problem.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
                "Another server, or another program, has it open. Stop that first: two servers cannot run one world.",
            raw.SQLITE_FULL => "The disk is full. Make room and start the server again; nothing that anybody saw is lost.",
            raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH =>
                "It cannot be written to. Check the owner and the permissions of the file and its folder.",
            raw.SQLITE_CANTOPEN => "It cannot be opened. Check that the folder exists and that the server may use it.",
            raw.SQLITE_CORRUPT => "The file is damaged. Restore a backup.",
            raw.SQLITE_NOTADB => "The file is not a SQLite database. Name another one with --store.",
            raw.SQLITE_IOERR => "The disk failed to read or write. Check it before you start the server again.",
            raw.SQLITE_CONSTRAINT => "The file holds what this server did not write: did something else write to it?",
            _ => "This is not expected: please report it.",
        };
        return new JournalException($"{place}: {problem.Message} (SQLite error {problem.SqliteExtendedErrorCode}). {advice}", problem);
    }
}
