using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Definitions.Loading;

/// <summary>Loads the text of one object into an object of a running world: finds what differs, and changes it.</summary>
/// <remarks>The text has passed <see cref="LoadCheck"/>, so nothing here can fail half way.</remarks>
internal sealed class ObjectUpdate
{
    private readonly MooTask _task;
    private readonly Transaction _transaction;
    private readonly ObjectDefinition _definition;
    private readonly ObjectDraft _draft;
    private readonly LoadOptions _options;
    private readonly bool _isNew;
    private readonly List<PartChange> _changes = [];
    private readonly List<Verb?> _verbs;
    private readonly int[] _places;
    private readonly HashSet<int> _taken = [];

    /// <summary>Finds what differs.</summary>
    /// <param name="task">The task.</param>
    /// <param name="definition">The text.</param>
    /// <param name="draft">The object.</param>
    /// <param name="options">How.</param>
    /// <param name="isNew">Whether the object was made for this, so that nothing of it is worth keeping.</param>
    public ObjectUpdate(MooTask task, ObjectDefinition definition, ObjectDraft draft, LoadOptions options, bool isNew)
    {
        (_task, _transaction, _definition, _draft, _options, _isNew) = (task, task.Transaction, definition, draft, options, isNew);
        _verbs = [.. draft.Class.Verbs];
        _places = [.. definition.Verbs.Select(wanted => Match(wanted.Verb))];
        Removals();
        Attributes();
        foreach (var property in definition.Properties) Property(property);
        Verbs();
        Metadata();
        var parts = options.Parts;
        if (parts is not null) _changes.RemoveAll(change => !parts.Contains(change.Part));
    }

    /// <summary>The parts of which the object has something else than the text.</summary>
    public IEnumerable<PartChange> Conflicts => _changes.Where(change => change.IsConflict);

    /// <summary>Changes the object, as the options want it.</summary>
    public void Apply()
    {
        foreach (var change in _changes)
        {
            if (!change.IsConflict || _options.Mode == ConflictMode.Clobber || IsOverridden(change.Entity)) change.Apply();
        }
        // What replaces all has its own order; else new verbs stand behind those there are.
        var order = _options.Replaces ? _places.Where(place => place >= 0).Concat(Enumerable.Range(0, _verbs.Count)).Distinct() : Enumerable.Range(0, _verbs.Count);
        var verbs = order.Select(place => _verbs[place]).OfType<Verb>().ToArray();
        if (!verbs.SequenceEqual(_draft.Class.Verbs.ToArray(), ReferenceEqualityComparer.Instance)) Store.Worlds.Verbs.ReplaceAll(_transaction, _draft, verbs);
    }

    private bool IsOverridden(Value entity) => IsListed(_options.Overrides, entity);

    private bool IsListed(MooList list, Value entity) => list.Any(pair => pair.TryList(out var named) && named.Count == 2
        && Builtins.Permissions.Object(_task, named[0]) == _draft && PartChange.IsNamed(entity, named[1]));

    private void Change(string part, Value entity, bool isConflict, Value old, Value wanted, Action apply) =>
        _changes.Add(new PartChange(part, entity, isConflict && !_isNew, old, wanted, apply));

    private static bool Same(Value left, Value right) => ValueComparison.AreEqual(left, right, matchCase: true);

    // ---- what the text does not name

    private void Removals()
    {
        if (_isNew) return;
        var named = _definition.Properties.Select(property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in _draft.Class.Definitions.ToArray().Where(name => !named.Contains(name)))
        {
            var entity = PartChange.EntityOf(LoadOptions.Part.Property, name);
            if (!_options.Replaces && !IsListed(_options.Removals, entity)) continue;
            Change(LoadOptions.Part.Property, entity, isConflict: true, Current(name), Value.Int(0), () =>
            {
                Properties.Undefine(_transaction, _draft, name);
                NoteProperty(name, MooMap.Empty);
            });
        }
        _draft.MarkShapeRead();
        foreach (var name in _draft.State!.Shape.Names.ToArray().Where(name => !named.Contains(name) && !_draft.Class.Defines(name)))
        {
            var entity = PartChange.EntityOf(LoadOptions.Part.Value, name);
            if (!_options.Replaces && !IsListed(_options.Removals, entity) || Properties.Find(_transaction, _draft, name) is null) continue;
            Change(LoadOptions.Part.Value, entity, isConflict: true, Current(name), Value.Int(0), () =>
            {
                Properties.Inherit(_transaction, _draft, name);
                NoteProperty(name, MooMap.Empty);
            });
        }
    }

    private Value Current(string name) => Properties.Find(_transaction, _draft, name) is { } place ? Properties.Read(_transaction, _draft, place) : Value.Int(0);

    // ---- attributes

    private void Attributes()
    {
        var now = Header.Of(_draft);
        var wanted = Header.Wanted(_definition, _isNew ? null : _draft, _options);
        if (!now.Parents.SequenceEqual(wanted.Parents))
        {
            Change(LoadOptions.Part.Parents, PartChange.EntityOf(LoadOptions.Part.Parents), isConflict: true, now.ParentList, wanted.ParentList,
                () => Structure.ChangeParents(_transaction, _draft, [.. wanted.Parents]));
        }
        if (!Same(now.Attributes, wanted.Attributes))
        {
            Change(LoadOptions.Part.Attributes, PartChange.EntityOf(LoadOptions.Part.Attributes), isConflict: true, now.Attributes, wanted.Attributes, () =>
            {
                if (now.Name != wanted.Name) Structure.SetName(_draft, wanted.Name);
                if (now.Owner != wanted.Owner) Structure.SetOwner(_transaction, _draft, wanted.Owner);
                if (now.Location != wanted.Location) Structure.Move(_transaction, _draft, wanted.Location);
            });
        }
        if (now.Flags != wanted.Flags)
        {
            Change(LoadOptions.Part.Flags, PartChange.EntityOf(LoadOptions.Part.Flags), isConflict: true, now.FlagLetters, wanted.FlagLetters,
                () => SetFlags(now.Flags ^ wanted.Flags, wanted.Flags));
        }
    }

    private void SetFlags(ObjectFlags differing, ObjectFlags wanted)
    {
        foreach (var flag in Enum.GetValues<ObjectFlags>().Distinct().Where(flag => flag != ObjectFlags.None && (differing & flag) != 0))
        {
            var isSet = (wanted & flag) != 0;
            if (flag == ObjectFlags.Player)
            {
                Structure.SetPlayer(_transaction, _draft, isSet);
                continue;
            }
            Structure.SetFlag(_draft, flag, isSet);
            if (flag != ObjectFlags.Wizard) continue;
            _task.Runtime.LogWizardBit(_task.Top!, _draft.Id, isSet);
            _task.MoveEpoch();
        }
    }

    // ---- properties

    private void Property(PropertyDefinition property)
    {
        var name = property.Name;
        var notes = Notes(property.Metadata, ReadNotes(Value.Str(name)));
        if (!property.IsOverride && !_draft.Class.Defines(name))
        {
            var value = property.Value ?? Value.Int(0);
            Change(LoadOptions.Part.Property, PartChange.EntityOf(LoadOptions.Part.Property, name), isConflict: false, Value.Int(0), value, () =>
            {
                Properties.Define(_transaction, _draft, name, value, property.Access!);
                NoteProperty(name, notes);
            });
            return;
        }
        // Of a property that only the new parents have, the object has nothing yet.
        var place = Properties.Find(_transaction, _draft, name);
        var own = Own(place);
        var wanted = property.Value ?? (property.IsOverride ? Value.Clear : Value.Int(0));
        if (own.IsClear != wanted.IsClear || !own.IsClear && !Same(own, wanted))
        {
            Change(LoadOptions.Part.Value, PartChange.EntityOf(LoadOptions.Part.Value, name), !own.IsClear, Shown(own), Shown(wanted),
                () => AtPlace(name, here => Properties.Write(_transaction, _draft, here, name, wanted)));
        }
        if (property.Access is { } access && (place is null || Properties.Access(_transaction, _draft, place.Value) != access))
        {
            Change(LoadOptions.Part.Access, PartChange.EntityOf(LoadOptions.Part.Access, name), place is not null,
                place is null ? Value.Int(0) : Shown(Properties.Access(_transaction, _draft, place.Value)), Shown(access),
                () => AtPlace(name, here => Properties.SetAccess(_transaction, _draft, here, name, access)));
        }
        if (!Same(Value.Of(notes), Value.Of(ReadNotes(Value.Str(name)))))
        {
            Change(LoadOptions.Part.PropertyMetadata, PartChange.EntityOf(LoadOptions.Part.PropertyMetadata, name), ReadNotes(Value.Str(name)).Count > 0,
                Value.Of(ReadNotes(Value.Str(name))), Value.Of(notes), () => NoteProperty(name, notes));
        }
    }

    // Where the parents stay as they are, the object may not have what the new ones would have given it.
    private void AtPlace(string name, Action<PropertyPlace> act)
    {
        if (Properties.Find(_transaction, _draft, name) is { } place) act(place);
    }

    private Value Own(PropertyPlace? place)
    {
        if (place is not { OwnCell: var cell and >= 0 }) return Value.Clear;
        _draft.MarkRead(cell);
        return _draft.State!.Cells[cell].Value;
    }

    // In a report there is no clear value.
    private static Value Shown(Value value) => value.IsClear ? Value.Int(0) : value;

    private static Value Shown(PropertyAccess access) => Value.List(Value.Obj(access.Owner), Value.Str(FlagText.Of(access.Flags)));

    // ---- verbs

    private void Verbs()
    {
        for (var i = 0; i < _verbs.Count; i++)
        {
            var verb = _verbs[i]!;
            if (_places.Contains(i)) continue;
            var entity = PartChange.EntityOfVerb(LoadOptions.Part.Verb, verb.Names);
            if (!_options.Replaces && !IsListed(_options.Removals, entity)) continue;
            var place = i;
            Change(LoadOptions.Part.Verb, entity, isConflict: true, Value.Str(verb.Names), Value.Int(0), () => _verbs[place] = null);
        }
        for (var i = 0; i < _places.Length; i++)
        {
            if (_places[i] >= 0) Verb(_places[i], _definition.Verbs[i].Verb);
            else Add(i, _definition.Verbs[i].Verb);
        }
    }

    // The verb of the same names, of several the one for the same command lines. Each is taken once.
    private int Match(Verb wanted)
    {
        var candidates = Enumerable.Range(0, _verbs.Count).Where(i => !_taken.Contains(i) && SameNames(_verbs[i]!.Names, wanted.Names)).ToList();
        if (candidates.Count == 0) return -1;
        var exact = candidates.FindIndex(i => _verbs[i]!.Arguments == wanted.Arguments);
        var place = candidates[Math.Max(exact, 0)];
        _taken.Add(place);
        return place;
    }

    private static bool SameNames(string left, string right) => left.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .SequenceEqual(right.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    private void Add(int which, Verb verb)
    {
        var entity = PartChange.EntityOfVerb(LoadOptions.Part.Verb, verb.Names);
        Change(LoadOptions.Part.Verb, entity, isConflict: false, Value.Int(0), Shown(verb), () =>
        {
            _places[which] = _verbs.Count;
            _verbs.Add(verb);
        });
    }

    private void Verb(int place, Verb wanted)
    {
        var now = _verbs[place]!;
        if (now.Names != wanted.Names || now.Owner != wanted.Owner || now.Flags != wanted.Flags || now.Arguments != wanted.Arguments)
        {
            Change(LoadOptions.Part.Verb, PartChange.EntityOfVerb(LoadOptions.Part.Verb, now.Names), isConflict: true, Shown(now), Shown(wanted),
                () => _verbs[place] = _verbs[place]! with { Names = wanted.Names, Owner = wanted.Owner, Flags = wanted.Flags, Arguments = wanted.Arguments });
        }
        if (now.Source != wanted.Source)
        {
            Change(LoadOptions.Part.Program, PartChange.EntityOfVerb(LoadOptions.Part.Program, now.Names), now.Source.Length > 0, Lines(now.Source), Lines(wanted.Source),
                () => _verbs[place] = _verbs[place]! with { Source = wanted.Source, Compiled = wanted.Compiled });
        }
        var notes = Notes(wanted.Metadata, now.Metadata);
        if (!Same(Value.Of(notes), Value.Of(now.Metadata)))
        {
            Change(LoadOptions.Part.VerbMetadata, PartChange.EntityOfVerb(LoadOptions.Part.VerbMetadata, now.Names), now.Metadata.Count > 0,
                Value.Of(now.Metadata), Value.Of(notes), () => _verbs[place] = _verbs[place]! with { Metadata = notes });
        }
    }

    private static Value Shown(Verb verb) => Value.List(Value.Obj(verb.Owner), Value.Str(FlagText.Of(verb.Flags)), Value.Str(verb.Names),
        Value.List(MooList.OfStrings([FlagText.Of(verb.Arguments.Direct), Prepositions.Name(verb.Arguments.Preposition), FlagText.Of(verb.Arguments.Indirect)])));

    private static Value Lines(string source) => Value.List(source.Length == 0 ? MooList.Empty : MooList.OfStrings(source.Split('\n')));

    // ---- metadata

    private void Metadata()
    {
        var given = _options.IsCopy ? _definition.Metadata.Remove(DefinitionKeys.Id).Remove(DefinitionKeys.Hierarchy) : _definition.Metadata;
        var now = ReadNotes(DefinitionKeys.Self);
        var notes = Notes(given, now);
        if (Same(Value.Of(notes), Value.Of(now))) return;
        Change(LoadOptions.Part.Metadata, PartChange.EntityOf(LoadOptions.Part.Metadata), now.Count > 0, Value.Of(now), Value.Of(notes), () => Note(DefinitionKeys.Self, notes));
    }

    // What the text notes, and, unless it replaces all, what was noted besides.
    private MooMap Notes(MooMap given, MooMap now)
    {
        if (_options.Replaces) return given;
        foreach (var (key, value) in given) now = now.Set(key, value);
        return now;
    }

    private MooMap ReadNotes(Value key) => _draft.Metadata.TryGet(key, out var value) && value.TryMap(out var notes) ? notes : MooMap.Empty;

    private void NoteProperty(string name, MooMap notes) => Note(Value.Str(name), notes);

    private void Note(Value key, MooMap notes)
    {
        var all = _draft.Metadata;
        if (notes.Count == 0 && !all.TryGet(key, out _)) return;
        Structure.SetMetadata(_draft, notes.Count == 0 ? all.Remove(key) : all.Set(key, Value.Of(notes)));
    }
}
