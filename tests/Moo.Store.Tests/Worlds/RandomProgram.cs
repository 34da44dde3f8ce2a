using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Tests.Worlds;

/// <summary>A slice of random steps that reads and changes everything there is, and writes down what it read.</summary>
/// <remarks>
/// What it does depends on its seed and on what it reads, on nothing else: run on equal worlds it leaves equal worlds. Few objects and
/// few names make programs meet.
/// </remarks>
internal sealed class RandomProgram(int seed, int steps)
{
    private const int Objects = 9;
    private static readonly string[] PropertyNames = ["p", "q", "r", "s"];
    private static readonly string[] VerbNames = ["v*erb", "w", "x*"];

    private Random _random = new(seed);
    private long _read;
    private int _done;

    public bool IsDone => _done >= steps;

    public void Restart() => (_random, _read, _done) = (new Random(seed), 0, 0);

    public void Run(Transaction transaction)
    {
        while (!IsDone) Step(transaction);
    }

    public void Step(Transaction t)
    {
        _done++;
        var id = new ObjectId(_random.Next(Objects));
        if (t.Find(id) is not { } draft)
        {
            Create(t, id);
            return;
        }
        switch (_random.Next(25))
        {
            case 0:
                Recycle(t, draft);
                break;
            case 1 or 2:
                ChangeParents(t, draft);
                break;
            case 3 or 4:
                Properties.Define(t, draft, PropertyName(), Value.Int(_read), Access());
                break;
            case 5:
                Properties.Undefine(t, draft, PropertyName());
                break;
            case 6:
                Properties.Rename(t, draft, PropertyName(), PropertyName());
                break;
            case 7 or 8 or 9 or 10:
                Write(t, draft);
                break;
            case 11:
                SetAccess(t, draft);
                break;
            case 12 or 13:
                ChangeVerbs(t, draft);
                break;
            case 14:
                ChangeAttributes(t, draft);
                break;
            case 15 or 16:
                Move(t, draft);
                break;
            case 17:
                Structure.SetMetadata(draft, draft.Metadata.Set(Value.Str(PropertyName()), Value.Int(_read)));
                break;
            case 18:
                if (_random.Next(3) == 0) Note(Renumbering.ToLowest(t, draft).Number);
                break;
            default:
                ReadLookups(t, draft);
                break;
        }
    }

    private void Create(Transaction t, ObjectId id)
    {
        var draft = Structure.CreateAt(t, id, [], id);
        Structure.SetName(draft, "made after " + _read);
        ChangeParents(t, draft);
    }

    private void Recycle(Transaction t, ObjectDraft draft)
    {
        if (_random.Next(3) == 0) Structure.Recycle(t, draft);
    }

    private void ChangeParents(Transaction t, ObjectDraft draft)
    {
        var parents = Enumerable.Range(0, _random.Next(3)).Select(_ => new ObjectId(_random.Next(Objects))).Distinct()
            .Where(p => t.Find(p) is { } parent && !Structure.IsA(t, parent, draft.Id)).ToArray();
        Note(Structure.ChangeParents(t, draft, parents) is null ? 1 : 2);
    }

    private void Write(Transaction t, ObjectDraft draft)
    {
        var name = PropertyName();
        if (Properties.Find(t, draft, name) is not { } place) return;
        Note(Properties.Read(t, draft, place).AsInt);
        var clears = place.Inherited is not null && _random.Next(4) == 0;
        Properties.Write(t, draft, place, name, clears ? Value.Clear : Value.Int(_read));
    }

    private void SetAccess(Transaction t, ObjectDraft draft)
    {
        var name = PropertyName();
        if (Properties.Find(t, draft, name) is { } place) Properties.SetAccess(t, draft, place, name, Access());
    }

    private void ChangeVerbs(Transaction t, ObjectDraft draft)
    {
        var verbs = draft.Class.Verbs.Length;
        Note(verbs);
        var flags = _random.Next(2) == 0 ? VerbFlags.Execute : VerbFlags.Read;
        var verb = new Verb(VerbNames[_random.Next(VerbNames.Length)], draft.Id, flags, VerbArguments.Method, "return " + _read + ";")
        {
            Metadata = _random.Next(3) == 0 ? MooMap.Empty.Set(Value.Str("note"), Value.Int(_read)) : MooMap.Empty,
        };
        if (verbs == 0 || _random.Next(3) == 0 && verbs < 4) Verbs.Add(t, draft, verb);
        else if (_random.Next(3) == 0) Verbs.Remove(t, draft, _random.Next(verbs));
        else Verbs.Replace(t, draft, _random.Next(verbs), verb);
    }

    private void ChangeAttributes(Transaction t, ObjectDraft draft)
    {
        switch (_random.Next(5))
        {
            case 0:
                Structure.SetName(draft, draft.Name.Length > 30 ? "" : draft.Name + _read % 10);
                break;
            case 1:
                Note(draft.Owner.Number);
                Structure.SetOwner(t, draft, new ObjectId(_random.Next(Objects)));
                break;
            case 2:
                Structure.SetPlayer(t, draft, _read % 2 == 0);
                break;
            case 3:
                foreach (var player in t.ReadPlayers()) Note(player.Number);
                break;
            default:
                Structure.SetFlag(draft, ObjectFlags.Fertile, (draft.Flags & ObjectFlags.Readable) == 0);
                Structure.SetFlag(draft, ObjectFlags.Readable, _read % 3 == 0);
                break;
        }
    }

    private void Move(Transaction t, ObjectDraft draft)
    {
        var to = new ObjectId(_random.Next(-1, Objects));
        for (var above = t.Find(to); above is not null; above = t.Find(above.Location))
            if (above.Id == draft.Id) return;
        if (to == ObjectId.Nothing || t.IsValid(to)) Structure.Move(t, draft, to, position: _random.Next(4) == 0 ? _random.Next(3) : 0);
    }

    private void ReadLookups(Transaction t, ObjectDraft draft)
    {
        switch (_random.Next(7))
        {
            case 6:
                foreach (var state in t.ReadAll()) Note(state.Id.Number + state.Name.Length);
                break;
            case 0:
                foreach (var name in Properties.AllNames(t, draft).Order(StringComparer.Ordinal)) Note(name.Length == 0 ? 0 : name[0]);
                break;
            case 1:
                var found = PropertyName();
                if (Properties.Find(t, draft, found) is { } place)
                {
                    var access = Properties.Access(t, draft, place);
                    Note(access.Owner.Number * 8 + (int)access.Flags);
                }
                break;
            case 2:
                foreach (var content in draft.Contents.Order()) Note(content.Number);
                break;
            case 3:
                foreach (var child in draft.Children.Order()) Note(child.Number);
                break;
            case 4:
                foreach (var verb in Verbs.FindAll(t, draft, "v")) Note(verb.Definer.Number * 8 + verb.Index + verb.Verb.Source.Length);
                Note(Verbs.FindPassed(t, draft, "v")?.Definer.Number ?? -1);
                break;
            default:
                Note(Verbs.FindCallable(t, draft, "xyz")?.Verb.Source.Length ?? -1);
                Note(t.ReadMaxObject());
                break;
        }
    }

    private string PropertyName() => PropertyNames[_random.Next(PropertyNames.Length)];

    private PropertyAccess Access() => new(new ObjectId(_random.Next(Objects)), (PropertyFlags)_random.Next(8));

    private void Note(long read) => _read = (_read * 31 + read + 7) % 1_000_003;
}
