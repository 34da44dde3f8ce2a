namespace Moo.Store.Textdump;

/// <summary>What an import or export of a textdump did: counts, and each thing that did not come over as it was.</summary>
public sealed class DumpReport
{
    // Beyond this many, one cause is behind them all.
    private const int MostNotes = 10_000;

    private readonly List<DumpNote> _notes = [];

    /// <summary>The format.</summary>
    public DumpVersion Version { get; init; }

    /// <summary>How many objects have numbers.</summary>
    public int Objects { get; internal set; }

    /// <summary>How many anonymous objects there are.</summary>
    public int Anonymous { get; internal set; }

    /// <summary>How many WAIFs there are.</summary>
    public int Waifs { get; internal set; }

    /// <summary>How many players there are.</summary>
    public int Players { get; internal set; }

    /// <summary>How many properties objects define.</summary>
    public int Properties { get; internal set; }

    /// <summary>How many values properties have that are not the parent's.</summary>
    public int Values { get; internal set; }

    /// <summary>How many verbs there are.</summary>
    public int Verbs { get; internal set; }

    /// <summary>How many of the verbs have programs.</summary>
    public int Programs { get; set; }

    /// <summary>How many tasks go on.</summary>
    public int Tasks { get; set; }

    /// <summary>How many texts were no UTF-8 and were read as Latin-1.</summary>
    public long Latin1Texts { get; internal set; }

    /// <summary>The notes, in the order of the file's parts.</summary>
    public IReadOnlyList<DumpNote> Notes => _notes;

    /// <summary>How many notes there were, also those beyond the number that is kept.</summary>
    public int NoteCount { get; private set; }

    /// <summary>How many things were lost.</summary>
    public int Lost { get; private set; }

    /// <summary>Notes that something came over otherwise than it was, and nothing of it is lost.</summary>
    public void Changed(string place, string what) => Note(new DumpNote(place, what, IsLost: false));

    /// <summary>Notes that something could not be carried over.</summary>
    public void Lose(string place, string what)
    {
        Lost++;
        Note(new DumpNote(place, what, IsLost: true));
    }

    private void Note(DumpNote note)
    {
        NoteCount++;
        if (_notes.Count < MostNotes) _notes.Add(note);
    }
}

/// <summary>One thing that did not come over as it was.</summary>
/// <param name="Place">Where: an object, a property, a verb, a task, or a line.</param>
/// <param name="What">What became of it.</param>
/// <param name="IsLost">Whether it is lost.</param>
public sealed record DumpNote(string Place, string What, bool IsLost)
{
    /// <inheritdoc/>
    public override string ToString() => $"{(IsLost ? "lost" : "changed")}: {Place}: {What}";
}
