using System.Globalization;

namespace Moo.Store.Journal.Schema;

/// <summary>The scripts that bring a database from one version of the schema to the next, in order.</summary>
/// <remarks>A version that was released is never edited: what changes comes as one more script.</remarks>
internal static class SchemaSteps
{
    /// <summary>The version that this program writes.</summary>
    public const int Current = 1;

    /// <summary>The scripts after a version.</summary>
    /// <param name="dialect">The folder of the scripts: <c>Sqlite</c> or <c>PostgreSql</c>.</param>
    /// <param name="version">The database's version, 0 for an empty one.</param>
    public static IEnumerable<string> After(string dialect, int version)
    {
        for (var next = version + 1; next <= Current; next++)
        {
            using var script = typeof(SchemaSteps).Assembly.GetManifestResourceStream($"{dialect}/schema-{next}.sql")!;
            using var reader = new StreamReader(script);
            yield return reader.ReadToEnd();
        }
    }

    /// <summary>Reads the version that a database says it has.</summary>
    /// <param name="text">What <c>meta</c> holds as <c>schema_version</c>; null if it holds none.</param>
    /// <param name="place">The database, for the message.</param>
    /// <exception cref="JournalException">The table is not ours, or a newer program made it.</exception>
    public static int Parse(string? text, string place)
    {
        if (!int.TryParse(text, CultureInfo.InvariantCulture, out var version))
        {
            throw new JournalException($"{place} has a table meta, but no schema_version in it: this is no world's database. "
                + "Name another one with --store.");
        }
        return version <= Current ? version : throw new JournalException(
            $"{place} has schema version {version}, made by a newer server; this one knows {Current}. Update the server, or "
            + "restore a backup made before the update.");
    }

    /// <summary>Refuses a database that only <see cref="IJournal.Open"/> may bring up to date.</summary>
    /// <exception cref="JournalException">It has another version than <see cref="Current"/>.</exception>
    public static void RequireCurrent(int version, string place)
    {
        if (version == 0) throw new JournalException($"There is no world in {place}.");
        if (version < Current) throw new JournalException($"{place} has schema version {version}, and this program reads {Current}. Bring it up to date: moo migrate.");
    }
}
