using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Moo.Store.Journal.Backups;
using Moo.Store.Journal.PostgreSql;
using Moo.Store.Journal.Sqlite;
using Npgsql;

namespace Moo.Store.Journal;

/// <summary>Where a world is kept: what <c>--store</c> says.</summary>
/// <remarks>
/// Nothing: the SQLite file <c>moo.db</c> in the data folder. <c>sqlite:PATH</c> or <c>Data Source=PATH</c>: another SQLite file, relative to
/// the data folder. <c>Host=…;Database=…</c> (Npgsql's form) or <c>postgres://user:password@host:port/database?sslmode=require</c>: PostgreSQL.
/// </remarks>
public sealed partial class StoreAddress
{
    private const string SqlitePrefix = "sqlite:";
    private const string DefaultFile = "moo.db";

    private readonly string? _file;
    private readonly string? _connectionString;

    private StoreAddress(string? file, string? connectionString) => (_file, _connectionString) = (file, connectionString);

    /// <summary>Whether this is a PostgreSQL database.</summary>
    public bool IsPostgreSql => _connectionString is not null;

    /// <summary>The SQLite file; null for PostgreSQL.</summary>
    public string? File => _file;

    /// <summary>Whether there is something at the address, as far as can be told without opening it.</summary>
    public bool Exists => _file is null || System.IO.File.Exists(_file);

    /// <summary>Reads what <c>--store</c> says.</summary>
    /// <param name="text">The text; null or blank for the default.</param>
    /// <param name="dataFolder">The server's data folder.</param>
    /// <exception cref="FormatException">It is none of the forms; the message says which there are, and shows no password.</exception>
    public static StoreAddress Parse(string? text, string dataFolder)
    {
        text = text?.Trim() ?? "";
        if (text.Length == 0) return new StoreAddress(Path.Combine(dataFolder, DefaultFile), null);
        if (text.StartsWith(SqlitePrefix, StringComparison.OrdinalIgnoreCase))
            return new StoreAddress(Path.Combine(dataFolder, text[SqlitePrefix.Length..]), null);
        if (text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase))
        {
            return new StoreAddress(null, FromUri(text));
        }
        if (Names(text, "Data Source") || Names(text, "Filename"))
            return new StoreAddress(Path.Combine(dataFolder, FromSqlite(text)), null);
        if (Names(text, "Host") || Names(text, "Server")) return new StoreAddress(null, FromNpgsql(text));
        throw Unknown("it names no database");
    }

    /// <summary>The journal there. Nothing is opened before <see cref="IJournal.Load"/>.</summary>
    public IJournal CreateJournal() => CreateRestorable();

    internal IRestorable CreateRestorable() =>
        _connectionString is not null ? new PostgreSqlJournal(_connectionString) : new SqliteJournal(_file!);

    /// <summary>The rows there, for whoever only reads.</summary>
    internal IStoreSource OpenSource() =>
        _connectionString is not null ? new PostgreSqlSource(_connectionString) : new SqliteSource(_file!);

    private static bool Names(string text, string key) => text.Split(';')
        .Any(part => part.Split('=')[0].Trim().Equals(key, StringComparison.OrdinalIgnoreCase) && part.Contains('='));

    private static string FromSqlite(string text)
    {
        try
        {
            return new SqliteConnectionStringBuilder(text).DataSource;
        }
        catch (ArgumentException problem)
        {
            throw Unknown(problem.Message);
        }
    }

    private static string FromNpgsql(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).ToString();
        }
        catch (ArgumentException problem)
        {
            throw Unknown(problem.Message);
        }
    }

    // As libpq reads it; .NET's Uri refuses the empty host that stands for a local socket.
    private static string FromUri(string text)
    {
        var match = UriForm().Match(text);
        if (!match.Success) throw Unknown("it is not a URI");
        var parts = new NpgsqlConnectionStringBuilder { Host = Part("host") ?? "localhost" };
        if (Part("user") is { } user) parts.Username = user;
        if (Part("password") is { } password) parts.Password = password;
        if (Part("port") is { } port) Set(parts, "port=" + port);
        if (Part("database") is { } database) parts.Database = database;
        foreach (var option in match.Groups["options"].Value.Split('&', StringSplitOptions.RemoveEmptyEntries)) Set(parts, option);
        return parts.ToString();

        string? Part(string name) => match.Groups[name] is { Length: > 0 } group ? Uri.UnescapeDataString(group.Value.Trim('[', ']')) : null;
    }

    [GeneratedRegex(@"^\w+://((?<user>[^:@/?]*)(:(?<password>[^@/?]*))?@)?(?<host>\[[^\]]*\]|[^:/?]*)(:(?<port>[^/?]*))?(/(?<database>[^?]*))?(\?(?<options>.*))?$")]
    private static partial Regex UriForm();

    // libpq's names for the options that Npgsql names otherwise.
    private static void Set(NpgsqlConnectionStringBuilder parts, string option)
    {
        var (key, value) = option.Split('=', 2) is [var k, var v] ? (k, Uri.UnescapeDataString(v)) : throw Unknown($"{option} says nothing");
        if (key == "sslmode") (key, value) = ("SSL Mode", value.Replace("-", "", StringComparison.Ordinal));
        if (key == "application_name") key = "Application Name";
        try
        {
            parts[key] = value;
        }
        catch (ArgumentException problem)
        {
            throw Unknown(problem.Message);
        }
    }

    private static FormatException Unknown(string why) => new(
        $"--store is not understood: {why}. It is \"sqlite:FILE\", \"Host=…;Username=…;Database=…\" or \"postgres://user@host/database\"; "
        + $"without it the world is kept in {DefaultFile} in the data folder.");
}
