using System.Globalization;
using System.Text;
using System.Text.Json;
using Moo.Store.Journal.Backups;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Journal.Checks;

/// <summary>Checks that everything in a store refers to what exists, and puts right what does not.</summary>
/// <remarks>
/// It reads the rows twice: first to learn which objects there are, then to look at each row. A repair is the same second reading, with
/// every row written back as it should be.
/// </remarks>
public sealed class WorldCheck
{
    private const int MostShown = 60;
    private const int DeepestState = 10_000; // as the scheduler reads it

    private readonly ObjectFacts _facts = new();
    private readonly IStoreSource _source;
    private readonly CheckReport _report = new();
    private readonly SortedDictionary<string, string> _meta = new(StringComparer.Ordinal);

    private WorldCheck(IStoreSource source) => _source = source;

    /// <summary>Checks a store, while a server may go on using it.</summary>
    /// <exception cref="JournalException">It cannot be read.</exception>
    /// <exception cref="JournalAwayException">The database is away.</exception>
    public static CheckReport Check(StoreAddress store)
    {
        ArgumentNullException.ThrowIfNull(store);
        using var source = store.OpenSource();
        return new WorldCheck(source).Run(null);
    }

    /// <summary>Checks the world in a backup.</summary>
    /// <exception cref="JournalException">The backup is damaged.</exception>
    public static CheckReport Check(string backup)
    {
        using var source = new BackupSource(backup);
        return new WorldCheck(source).Run(null);
    }

    /// <summary>Puts a store right that no server uses at the time.</summary>
    /// <param name="store">The store.</param>
    /// <param name="backup">The file that takes the store as it was before.</param>
    /// <param name="time">The time that the backup notes.</param>
    /// <exception cref="JournalException">A server uses it, or it cannot be read or written; nothing has changed then.</exception>
    /// <exception cref="JournalAwayException">The database is away.</exception>
    public static CheckReport Repair(StoreAddress store, string backup, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(store);
        using var journal = store.CreateRestorable();
        journal.Open();
        Backup.Write(store, backup, time);
        using var source = new BackupSource(backup);
        CheckReport? report = null;
        journal.Replace(sink => report = new WorldCheck(source).Run(sink));
        return report!;
    }

    private CheckReport Run(IStoreSink? sink)
    {
        _source.Read([StoreTable.Meta, StoreTable.Objects, StoreTable.Properties, StoreTable.Verbs], Learn);
        _facts.Settle(_report);
        CheckMeta(sink);
        _source.Read(StoreTable.All, (table, row) =>
        {
            if (table == StoreTable.Meta) return;
            var mended = table == StoreTable.Objects ? Object(row) : table == StoreTable.Properties ? Property(row)
                : table == StoreTable.Verbs ? Verb(row) : table == StoreTable.Tasks ? Task(row) : row;
            if (mended is not null) sink?.Write(table, mended);
        });
        return _report;
    }

    // ---- the first reading

    private void Learn(StoreTable table, IStoredRow row)
    {
        if (table == StoreTable.Meta)
        {
            if (!OwnMeta.Holds(table, row)) _meta[Text(row, 0)] = Text(row, 1);
        }
        else if (table == StoreTable.Objects)
        {
            _facts.Add(row.Integer(0), row.Integer(2), row.Integer(3), Numbers(row.Text(8)) ?? []);
        }
        else if (table == StoreTable.Properties)
        {
            if (!row.IsNull(2)) _facts.AddDefinition(row.Integer(0), row.Integer(2), Text(row, 1));
        }
        else
        {
            _facts.AddVerb(row.Integer(0), row.Integer(1));
        }
    }

    private static string Text(IStoredRow row, int column) => Encoding.UTF8.GetString(row.Text(column));

    private static long[]? Numbers(ReadOnlySpan<byte> json)
    {
        Span<ObjectId> ids = new ObjectId[4];
        return Rows.StoredNumbers.TryRead(json, ref ids) ? Array.ConvertAll(ids.ToArray(), id => id.Number) : null;
    }

    // ---- the second

    private void CheckMeta(IStoreSink? sink)
    {
        var sequence = Meta("sequence");
        if (sequence is null)
        {
            var last = 0L;
            _source.Read([StoreTable.CommitLog, StoreTable.VerbHistory], (table, row) => last = Math.Max(last, row.Integer(table["sequence"])));
            _report.Add($"the number of the last commit is \"{_meta.GetValueOrDefault("sequence")}\"", $"it is {last} then, the last one that is noted");
            sequence = last;
        }
        var maxObject = Meta("max_object");
        if (maxObject is null || maxObject < _facts.MaxObject)
        {
            _report.Add($"the highest object number is \"{_meta.GetValueOrDefault("max_object")}\"", $"it is {_facts.MaxObject} then");
            maxObject = _facts.MaxObject;
        }
        if (sink is null) return;
        _meta["sequence"] = sequence.Value.ToString(CultureInfo.InvariantCulture);
        _meta["max_object"] = maxObject.Value.ToString(CultureInfo.InvariantCulture);
        foreach (var (key, value) in _meta) sink.Write(StoreTable.Meta, new MetaRow(key, value));
    }

    private long? Meta(string key) => long.TryParse(_meta.GetValueOrDefault(key), CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed class MetaRow(string key, string value) : IStoredRow
    {
        public bool IsNull(int column) => false;

        public long Integer(int column) => throw new NotSupportedException();

        public double Real(int column) => throw new NotSupportedException();

        public ReadOnlySpan<byte> Text(int column) => Encoding.UTF8.GetBytes(column == 0 ? key : value);
    }

    private MendedRow Object(IStoredRow row)
    {
        _report.Objects++;
        var (id, mended) = (row.Integer(0), new MendedRow(row));
        Owner(mended, row.Integer(2), 2, $"#{id}");
        if (row.Integer(3) != _facts.Location(id)) mended.Set(3, _facts.Location(id));
        if (Numbers(row.Text(8)) is not { } parents)
            _report.Add($"#{id} has the parents {Shown(row, 8)}, which are no list of objects", "it has none then");
        else if (parents.SequenceEqual(_facts.Parents(id))) return Metadata(mended, 11, $"#{id}");
        mended.Set(8, $"[{string.Join(',', _facts.Parents(id))}]");
        return Metadata(mended, 11, $"#{id}");
    }

    private MendedRow? Property(IStoredRow row)
    {
        _report.Properties++;
        var (id, name) = (row.Integer(0), Text(row, 1));
        var what = $"#{id}.{name}";
        if (!_facts.Exists(id))
        {
            _report.Add($"there is a property {what}, but no such object", $"it goes; it was {Shown(row, 3)}");
            return null;
        }
        var place = row.IsNull(2) ? 0 : _facts.DefinitionPlace(id, row.Integer(2), name);
        if (place == 0 && !_facts.Inherited(id).Contains(name))
        {
            // Anonymous objects and WAIFs are not looked up when their class loses a property: their values stay, and nobody sees them.
            _report.Add($"{what} has a value, but no ancestor defines it", $"it goes; it was {Shown(row, 3)}", isDamage: !HiddenIds.IsHidden(new ObjectId(id)));
            return null;
        }
        var mended = new MendedRow(row);
        if (place == 0) mended.Clear(2);
        else if (place != row.Integer(2)) Renumbered(mended, 2, place, what);
        if (!row.IsNull(3) && !IsValue(row.Text(3)))
        {
            _report.Add($"{what} is {Shown(row, 3)}, which is no value", place > 0 ? "it is 0 then" : "it is clear then");
            if (place > 0) mended.Set(3, "0");
            else mended.Clear(3);
        }
        if (place > 0) AtDefinition(row, mended, id, what);
        if (!mended.IsNull(4)) Owner(mended, mended.Integer(4), 4, what);
        return mended;
    }

    private void AtDefinition(IStoredRow row, MendedRow mended, long id, string what)
    {
        if (row.IsNull(3))
        {
            _report.Add($"{what} is clear where it is defined", "it is 0 then");
            mended.Set(3, "0");
        }
        if (!row.IsNull(4) && !row.IsNull(5)) return;
        _report.Add($"{what} has no owner or no permissions where it is defined", "it is its object's owner's then, and readable");
        mended.Set(4, _facts.Owner(id));
        mended.Set(5, "rc");
    }

    private MendedRow? Verb(IStoredRow row)
    {
        _report.Verbs++;
        var id = row.Integer(0);
        var what = $"#{id}:{Text(row, 2)}";
        if (!_facts.Exists(id))
        {
            _report.Add($"there is a verb {what}, but no such object", "it goes; the backup has its program");
            return null;
        }
        var mended = new MendedRow(row);
        var place = _facts.VerbPlace(id, row.Integer(1));
        if (place != row.Integer(1)) Renumbered(mended, 1, place, what);
        Owner(mended, row.Integer(3), 3, what);
        foreach (var column in (ReadOnlySpan<int>)[5, 7])
        {
            if (Text(row, column) is "none" or "any" or "this") continue;
            _report.Add($"{what} wants the object \"{Text(row, column)}\"", "it wants none then");
            mended.Set(column, "none");
        }
        if (!Prepositions.TryParse(Text(row, 6), out _))
        {
            _report.Add($"{what} wants the preposition \"{Text(row, 6)}\"", "it wants none then");
            mended.Set(6, "none");
        }
        return Metadata(mended, 9, what);
    }

    private IStoredRow? Task(IStoredRow row)
    {
        _report.Tasks++;
        try
        {
            using var state = JsonDocument.Parse(row.Text(3).ToArray(), new JsonDocumentOptions { MaxDepth = DeepestState });
            return row;
        }
        catch (JsonException)
        {
            _report.Add($"the task {row.Integer(0)} has the state {Shown(row, 3)}", "it ends");
            return null;
        }
    }

    // A verb that nobody owns can do nothing; one that came to another owner could do what its author must not.
    private void Owner(MendedRow row, long owner, int column, string what)
    {
        if (owner == ObjectId.Nothing.Number || _facts.Exists(owner)) return;
        _report.Add($"{what} belongs to #{owner}, which does not exist", "it is nobody's then (#-1)", isDamage: false);
        row.Set(column, ObjectId.Nothing.Number);
    }

    private MendedRow Metadata(MendedRow row, int column, string what)
    {
        if (Rows.StoredMetadata.TryRead(row.Text(column), out _)) return row;
        _report.Add($"{what} has metadata that are no map: {Shown(row, column)}", "it has none then");
        row.Clear(column);
        return row;
    }

    private void Renumbered(MendedRow row, int column, long place, string what)
    {
        _report.Add($"{what} has place {row.Integer(column)}, but comes as number {place}", "it has that place then");
        row.Set(column, place);
    }

    private static bool IsValue(ReadOnlySpan<byte> json)
    {
        try
        {
            ValueJson.FromUtf8(json);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Shown(IStoredRow row, int column)
    {
        var text = row.IsNull(column) ? "clear" : Text(row, column);
        return text.Length <= MostShown ? text : text[..MostShown] + "…";
    }
}
