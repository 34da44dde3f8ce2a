using Moo.Language.Definitions;
using Moo.Language.Definitions.Loading;
using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>Objects as text, in the format of core files (mooR's objdef), and back.</summary>
internal static class DefinitionFunctions
{
    // What LambdaMOO's object numbers could be at most.
    private const long HighestNumber = int.MaxValue;

    /// <summary>An object as the text of a core file, line by line.</summary>
    /// <remarks>
    /// Objects stand in it by number. With the option <c>"constants"</c> true, those that have a stable name (<c>import_export_id</c>) stand by that name in
    /// capitals, as in an exported core. Anonymous objects and WAIFs in values stand as <c>anonymous!(3)</c> and <c>waif!(4, #12, #2)</c>, which only this world understands, as
    /// long as there are such.
    /// </remarks>
    /// <example>o = create(#1); o.name = "lamp"; return dump_object(o)[2]; => "  name: \"lamp\""</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard; E_INVARG if there is no such object, or for an unknown option.</exception>
    [Builtin("dump_object")]
    public static Value Dump(MooTask task, ObjectId target, Value options = default)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "dump_object");
        if (LoadArguments.ReadOptions(task, options, out var given) is { } wrong) return wrong;
        if (NamedOptions.Check(task, given, "constants") is { } unknown) return unknown;
        if (target.Number < 0 || task.Transaction.Find(target) is not { } draft) return Permissions.NoObject(task, Value.Obj(target));
        var constants = new Dictionary<string, Value>(StringComparer.OrdinalIgnoreCase);
        if (NamedOptions.Find(given, "constants") is { } wanted && LoadArguments.ReadConstants(task, wanted, constants) is { } failed) return failed;
        MarkRead(draft);
        var text = DefinitionWriter.Write(draft.State!, new DefinitionNames(constants));
        if (!Effort.Take(task, text.Length)) return Value.Failure;
        return Quota.Check(task, Value.List(MooList.OfStrings(text.TrimEnd('\n').Split('\n'))));
    }

    private static void MarkRead(ObjectDraft draft)
    {
        // Asking records what was read.
        _ = (draft.Name, draft.Owner, draft.Location, draft.Flags, draft.Class, draft.Metadata);
        draft.MarkShapeRead();
        for (var cell = 0; cell < draft.State!.Shape.Count; cell++) draft.MarkRead(cell);
    }

    /// <summary>Makes an object from its text, or changes one into what its text says; returns the object.</summary>
    /// <remarks>
    /// The text, as <c>dump_object()</c> gives it, describes one object. One that names the object (<c>name:</c>) describes it whole: what is absent
    /// from its head has its default. Without a name only what it says is changed. Properties and verbs that the text does not speak of stay. Verbs are the same if all their
    /// names are. No verb is called. <paramref name="where"/> is 0 for an object under the next number, 1 for an anonymous one, or an object that is
    /// to be changed; without it the text's own number counts.
    /// Options: <c>"constants"</c>, a map of names that may stand for values, or true for the world's own; <c>"conflict_mode"</c>, what to do where the
    /// object has something else than the text: <c>"clobber"</c> (take the text's), <c>"skip"</c> (keep it), <c>"detect"</c> (change nothing at all);
    /// <c>"overrides"</c>, a list of <c>{object, part}</c> that are taken even so; <c>"removals"</c>, of such that go if the text does not speak of them;
    /// <c>"parts"</c>, the kinds of parts that may change; <c>"dry_run"</c>, to change nothing; <c>"target_object"</c>, as <paramref name="where"/>; <c>"return_conflicts"</c>, for
    /// the answer <c>{all taken, conflicts, objects}</c>, each conflict <c>{object, part, old, new}</c>. A part is <c>'object_flags</c>, <c>'builtin_props</c>, <c>'parentage</c>,
    /// <c>'metadata</c>, or a list such as <c>{'property_value, 'name}</c> and <c>{'verb_program, {'look, 'l}}</c>, of <c>property_def</c>,
    /// <c>property_value</c>, <c>property_flag</c>, <c>property_metadata</c>, <c>verb_def</c>, <c>verb_program</c>, <c>verb_metadata</c>.
    /// With anything wrong in the text nothing changes, and the error's value is a list of lines that say what and where.
    /// </remarks>
    /// <example>o = load_object({"object #999", "  name: \"lamp\"", "  parent: #1", "endobject"}, [], 0); return {o.name, parent(o)}; => {"lamp", #1}</example>
    /// <example>o = create(#1); load_object({"object #0", "  method two owner: #2", "    return 2;", "  endmethod", "endobject"}, [], o); return o:two(); => 2</example>
    /// <exception cref="MooError">
    /// E_PERM unless the programmer is a wizard; E_INVARG for a text with errors, with none or several objects, an unknown option, an object that does not
    /// exist; E_TYPE for arguments that are none.
    /// </exception>
    [Builtin("load_object")]
    public static Value Load(MooTask task, Value lines, Value options = default, Value? where = null)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "load_object");
        if (LoadArguments.ReadText(task, lines, out var text) is { } noText) return noText;
        if (LoadArguments.ReadOptions(task, options, out var given) is { } noOptions) return noOptions;
        if (NamedOptions.Check(task, given, "constants", "conflict_mode", "dry_run", "return_conflicts", "overrides", "removals", "parts", "target_object") is { } unknown) return unknown;
        var constants = new Dictionary<string, Value>(StringComparer.OrdinalIgnoreCase);
        if (NamedOptions.Find(given, "constants") is { } named && LoadArguments.ReadConstants(task, named, constants) is { } noConstants) return noConstants;
        var mode = "clobber";
        if (NamedOptions.ReadWord(task, given, "conflict_mode", ref mode, "clobber", "skip", "detect") is { } noMode) return noMode;
        if (LoadArguments.ReadParts(task, given, out var parts) is { } noParts) return noParts;
        if (LoadArguments.ReadEntities(task, given, "overrides", out var overrides) is { } noOverrides) return noOverrides;
        if (LoadArguments.ReadEntities(task, given, "removals", out var removals) is { } noRemovals) return noRemovals;
        var how = new LoadOptions
        {
            Mode = Enum.Parse<ConflictMode>(mode, ignoreCase: true),
            IsTrial = NamedOptions.Find(given, "dry_run") is { IsTrue: true },
            Parts = parts,
            Overrides = overrides,
            Removals = removals,
        };
        return Load(task, text, constants, where ?? NamedOptions.Find(given, "target_object"), how, NamedOptions.Find(given, "return_conflicts") is { IsTrue: true });
    }

    /// <summary>Makes an object exactly what its text says: what the text does not speak of goes. Returns the object.</summary>
    /// <remarks>
    /// <paramref name="constants"/> are as in <c>load_object()</c>. The object is the text's own, or <paramref name="target"/>. Verbs stand in the order of
    /// the text.
    /// </remarks>
    /// <example>o = create(#1); add_property(o, "p", 1, {player, ""}); reload_object({"object #0", "  name: \"lamp\"", "  parent: #1", "endobject"}, [], o); return {o.name, properties(o)}; => {"lamp", {}}</example>
    /// <exception cref="MooError">As for <c>load_object()</c>; E_INVARG also if there is no such object.</exception>
    [Builtin("reload_object")]
    public static Value Reload(MooTask task, Value lines, Value constants = default, ObjectId? target = null)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "reload_object");
        if (LoadArguments.ReadText(task, lines, out var text) is { } noText) return noText;
        var known = new Dictionary<string, Value>(StringComparer.OrdinalIgnoreCase);
        if (LoadArguments.ReadConstants(task, constants, known) is { } noConstants) return noConstants;
        return Load(task, text, known, target is { } id ? Value.Obj(id) : null, new LoadOptions { Replaces = true }, returnsConflicts: false);
    }

    private static Value Load(MooTask task, string text, Dictionary<string, Value> constants, Value? where, LoadOptions options, bool returnsConflicts)
    {
        var problems = new List<DefinitionProblem>();
        var definitions = DefinitionReader.Read(text, "", constants, static _ => null, problems).ToList();
        if (problems.Exists(problem => !problem.IsWarning)) return LoadArguments.Refuse(task, problems);
        if (definitions is not [var definition])
            return task.RaiseHere(ErrorCode.E_INVARG, "the text describes one object, not {0}", Value.Int(definitions.Count));

        if (FindTarget(task, definition, where, out var existing, out var isAnonymous) is { } noTarget) return noTarget;
        if (existing is null && options.Replaces) return Permissions.NoObject(task, Value.Obj(definition.Id));
        options = options with { IsCopy = where is not null && existing?.Id != definition.Id };
        problems = new LoadCheck(task.Runtime, task.Transaction, definition, existing, options, isAnonymous).Run();
        if (problems.Count > 0) return LoadArguments.Refuse(task, problems);

        var changesNothing = options.IsTrial || options.Mode == ConflictMode.Detect;
        if (existing is null && changesNothing) return Answer(task, where is null ? definition.Id : ObjectId.Nothing, [], isComplete: true, returnsConflicts);
        var draft = existing ?? Make(task, definition, where, isAnonymous);
        var update = new ObjectUpdate(task, definition, draft, options, isNew: existing is null);
        var conflicts = update.Conflicts.ToList();
        if (!changesNothing) update.Apply();
        var isComplete = conflicts.Count == 0 || !changesNothing && options.Mode == ConflictMode.Clobber;
        return Answer(task, draft.Id, conflicts, isComplete, returnsConflicts);
    }

    // The object that the text goes into; null for one that is to be made.
    private static Value? FindTarget(MooTask task, ObjectDefinition definition, Value? where, out ObjectDraft? existing, out bool isAnonymous)
    {
        (existing, isAnonymous) = (null, false);
        if (where is not { } given)
        {
            if (definition.Id.Number is < 0 or > HighestNumber) return task.RaiseHere(ErrorCode.E_INVARG, "{0} cannot be an object's number", Value.Obj(definition.Id));
            existing = task.Transaction.Find(definition.Id);
            return null;
        }
        if (Permissions.IsObject(given))
        {
            existing = Permissions.Object(task, given);
            if (existing is null || given.TryObj(out var id) && id.Number < 0) return Permissions.NoObject(task, given);
            isAnonymous = given.Kind == ValueKind.Anon;
            return null;
        }
        if (!given.TryInt(out var kind)) return task.RaiseHere(ErrorCode.E_TYPE, "where an object goes is told by 0, 1 or an object, not {0}", Value.Str(Kinds.Describe(given)));
        isAnonymous = kind == 1;
        return kind is 0 or 1 ? null : task.RaiseHere(ErrorCode.E_INVARG, "objects are numbered (0) or anonymous (1); there is no kind {0}", given);
    }

    private static ObjectDraft Make(MooTask task, ObjectDefinition definition, Value? where, bool isAnonymous)
    {
        ObjectId[] parents = [.. definition.Parents];
        if (isAnonymous) return Structure.CreateHidden(task.Transaction, parents, definition.Owner);
        return where is null ? Structure.CreateAt(task.Transaction, definition.Id, parents, definition.Owner)
            : Structure.Create(task.Transaction, parents, definition.Owner);
    }

    private static Value Answer(MooTask task, ObjectId id, List<PartChange> conflicts, bool isComplete, bool returnsConflicts)
    {
        var loaded = HiddenIds.IsHidden(id) ? Value.Of(new MooAnonymous(id)) : Value.Obj(id);
        if (!returnsConflicts) return loaded;
        var rows = conflicts.Select(conflict => Value.List(loaded, conflict.Entity, conflict.Old, conflict.New));
        return Quota.Check(task, Value.List(Value.Bool(isComplete), Value.List(MooList.Of([.. rows])), Value.List(MooList.Of(loaded))));
    }

    /// <summary>The constants that a text defines: <c>define NAME = value;</c>, as a map from symbol to value.</summary>
    /// <remarks>Objects in the text are read, and their errors reported, but nothing is made of them.</remarks>
    /// <example>parse_objdef_constants({"define LAMP = #12;", "define BRIGHT = {LAMP, 1};"}) => ['BRIGHT -> {#12, 1}, 'LAMP -> #12]</example>
    /// <exception cref="MooError">E_TYPE for what is no text; E_INVARG for one with errors, whose value is a list of lines that say what and where.</exception>
    [Builtin("parse_objdef_constants")]
    public static Value ParseConstants(MooTask task, Value lines)
    {
        if (LoadArguments.ReadText(task, lines, out var text) is { } noText) return noText;
        var constants = new Dictionary<string, Value>(StringComparer.OrdinalIgnoreCase);
        var problems = new List<DefinitionProblem>();
        _ = DefinitionReader.Read(text, "", constants, static _ => null, problems).ToList();
        if (problems.Exists(problem => !problem.IsWarning)) return LoadArguments.Refuse(task, problems);
        var map = constants.Aggregate(MooMap.Empty, (found, constant) => found.Set(DefinitionKeys.Symbol(constant.Key), constant.Value));
        return Quota.Check(task, Value.Of(map));
    }
}
