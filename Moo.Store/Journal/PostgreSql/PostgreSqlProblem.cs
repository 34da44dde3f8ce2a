using System.Net.Sockets;
using Npgsql;

namespace Moo.Store.Journal.PostgreSql;

/// <summary>Decides which errors are worth waiting for, and says in words what the others mean for the operator.</summary>
internal static class PostgreSqlProblem
{
    /// <summary>Whether this is an error of the database or of the way to it: one that <see cref="Explain"/> knows about.</summary>
    public static bool IsKnown(Exception problem) =>
        problem is NpgsqlException or SocketException or IOException or TimeoutException or ObjectDisposedException;

    /// <summary><see cref="JournalAwayException"/> or <see cref="JournalException"/>.</summary>
    public static Exception Explain(Exception problem, string place) => problem switch
    {
        PostgresException error => IsPassing(error.SqlState)
            ? new JournalAwayException($"{place}: {error.MessageText} ({error.SqlState}). {Hint(error.SqlState)}".TrimEnd(), error)
            : new JournalException($"{place}: {error.MessageText} ({error.SqlState}). {Advice(error.SqlState)}", error),
        NpgsqlException { InnerException: null } error => new JournalException(
            $"{place}: {error.Message} Check the connection string of --store.", error),
        _ => new JournalAwayException($"{place}: {problem.Message} {problem.InnerException?.Message}".TrimEnd(), problem),
    };

    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    private static bool IsPassing(string state) => state switch
    {
        "57P01" or "57P02" or "57P03" or "57P05" => true, // shut down, crashed, starting up, idle for too long
        "53300" or "53200" or "53100" => true, // too many connections, out of memory, disk full
        "40001" or "40P01" or "55P03" or "57014" => true, // serialization, deadlock, lock, cancelled or out of time
        _ => state.StartsWith("08", StringComparison.Ordinal), // connection exceptions
    };

    private static string Hint(string state) => state == "53100" ? "Make room on its disk; the server goes on by itself." : "";

    private static string Advice(string state) => state switch
    {
        "28P01" or "28000" => "The server does not let us in: check user and password of --store, and pg_hba.conf.",
        "3D000" => "There is no such database: create it (createdb --encoding=UTF8 NAME).",
        "42501" => "The user may not do this: let it own the database, or grant it the right.",
        "25006" => "The database is read-only: connect to the primary, or end its recovery.",
        _ when state.StartsWith("23", StringComparison.Ordinal) =>
            "The database holds what this server did not write: did something else write to it?",
        _ => "This is not expected: please report it.",
    };
}
