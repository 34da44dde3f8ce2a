using Moo.Language.Builtins.Matching;
using Moo.Language.Commands;
using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>The server's command parser in parts, for worlds that put them together in another way (mooR).</summary>
internal static class CommandFunctions
{
    private const double UsualTolerance = 0.5;
    private const int NamesPerTick = 4;

    /// <summary>Takes a command line apart and finds what it speaks of, as a map.</summary>
    /// <remarks>
    /// <paramref name="environment"/> lists the objects that may be meant: each an object, which goes by its name and <c>.aliases</c>, or a list of an object and
    /// the names that it goes by here. The map has <c>"verb"</c>, <c>"argstr"</c>, <c>"args"</c>, <c>"dobjstr"</c>, <c>"dobj"</c>, <c>"prepstr"</c>, <c>"prep"</c> (a group's number
    /// from 0, or -1), <c>"iobjstr"</c>, <c>"iobj"</c>, and <c>"ambiguous_dobj"</c> and <c>"ambiguous_iobj"</c>, lists of what could be meant where the object is
    /// <c>$ambiguous_match</c>. With <paramref name="complex"/>, parts of names and ordinals (<c>second lamp</c>) are understood, and typing errors forgiven as
    /// <paramref name="fuzzy"/> says: 0.5 in half of the characters. <paramref name="location"/> is what <c>here</c> means, if not where the player is.
    /// </remarks>
    /// <example>c = parse_command("put #1 in box", {{#3, "box"}}); return {c["verb"], c["dobj"], c["prepstr"], c["iobj"]}; => {"put", #1, "in", #3}</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard; E_TYPE for an environment that is none; E_INVARG for a blank line.</exception>
    [Builtin("parse_command")]
    public static Value Parse(MooTask task, string command, MooList environment, bool complex = false, [Number] Value? fuzzy = null, ObjectId? location = null)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "parse_command");
        var things = new List<(ObjectId, IReadOnlyList<string>)>();
        foreach (var entry in environment)
        {
            if (things.Count % NamesPerTick == 0 && !task.Spend(1)) return Value.Failure;
            var (thing, names) = entry.TryList(out var named) && named.Count > 0 ? (named[0], named) : (entry, null);
            if (!thing.TryObj(out var id) || names is not null && names.Skip(1).Any(name => !name.IsStr))
                return task.RaiseHere(ErrorCode.E_TYPE, "an environment lists objects, or lists of an object and its names, not {0}", entry);
            if (names is not null) things.Add((id, [.. names.Skip(1).Select(name => name.AsStr)]));
            else if (task.Transaction.Find(id) is { } draft) things.Add((id, NamesOf(task, draft)));
        }
        if (CommandLine.Parse(command) is not { } line) return task.RaiseHere(ErrorCode.E_INVARG, "the command line is blank");
        var player = task.Top!.Player;
        var matching = new CommandMatching(task.Transaction, player, location ?? task.Transaction.Find(player)?.Location ?? ObjectId.Nothing, things)
        {
            Tolerance = !complex ? null : fuzzy is { } share ? Math.Clamp(Floats.Of(share), 0, 1) : UsualTolerance,
        };
        var direct = matching.Match(line.DirectText, out var directs);
        var indirect = matching.Match(line.IndirectText, out var indirects);
        return Value.Of(MooMap.Empty
            .Set(Value.Str("verb"), Value.Str(line.Verb))
            .Set(Value.Str("argstr"), Value.Str(line.Argstr))
            .Set(Value.Str("args"), Value.List(MooList.OfStrings(line.Words)))
            .Set(Value.Str("dobjstr"), Value.Str(line.DirectText))
            .Set(Value.Str("dobj"), Value.Obj(direct))
            .Set(Value.Str("ambiguous_dobj"), Value.List(FamilyFunctions.ListOf([.. directs])))
            .Set(Value.Str("prepstr"), Value.Str(line.PrepositionText))
            .Set(Value.Str("prep"), Value.Int(line.Preposition))
            .Set(Value.Str("iobjstr"), Value.Str(line.IndirectText))
            .Set(Value.Str("iobj"), Value.Obj(indirect))
            .Set(Value.Str("ambiguous_iobj"), Value.List(FamilyFunctions.ListOf([.. indirects]))));
    }

    private static List<string> NamesOf(MooTask task, ObjectDraft draft)
    {
        var names = new List<string> { draft.Name };
        if (Properties.Find(task.Transaction, draft, "aliases") is { } place && Properties.Read(task.Transaction, draft, place).TryList(out var aliases))
            names.AddRange(aliases.Where(alias => alias.IsStr).Select(alias => alias.AsStr));
        return names;
    }

    /// <summary>The verb that a command runs: a list of <c>{object, {owner, bits, names, name}}</c>, empty if there is none.</summary>
    /// <remarks>
    /// <paramref name="command"/> is what <c>parse_command()</c> returned, perhaps with other objects in it. The verb is looked for on the objects of
    /// <paramref name="environment"/> and then on the direct and the indirect object; the first one that the line fits is it. Verbs that may not be
    /// read are passed over.
    /// </remarks>
    /// <example>
    /// o = create(#1); add_verb(o, {player, "rd", "p*ush"}, {"this", "none", "none"}); c = parse_command(tostr("pu ", o), {}); return find_command_verb(c, {}) == {{o, {player, "rd", "p*ush", "pu"}}}; => 1
    /// </example>
    /// <exception cref="MooError">E_TYPE for a command or an environment that is none; E_INVARG if the command lacks a part.</exception>
    [Builtin("find_command_verb")]
    public static Value FindVerb(MooTask task, MooMap command, MooList environment)
    {
        if (Read(task, command, out var line, out var direct, out var indirect) is { } wrong) return wrong;
        foreach (var target in environment.Append(Value.Obj(direct)).Append(Value.Obj(indirect)))
        {
            if (!target.TryObj(out var id)) return task.RaiseHere(ErrorCode.E_TYPE, "an environment lists objects, not {0}", target);
            if (!task.Spend(1)) return Value.Failure;
            if (CommandVerbs.Find(task.Transaction, id, line!, direct, indirect) is not { Verb: var verb }) continue;
            if ((verb.Flags & VerbFlags.Read) == 0 && verb.Owner != task.Programmer && !task.IsWizardly) continue;
            var info = Value.List(Value.Obj(verb.Owner), Value.Str(AccessText.Of(verb.Flags)), Value.Str(verb.Names), Value.Str(line!.Verb));
            return Value.List(Value.List(target, info));
        }
        return Value.List(MooList.Empty);
    }

    /// <summary>Runs a verb as a command does, with <c>dobj</c>, <c>prepstr</c> and so on set; returns what it returns.</summary>
    /// <remarks>
    /// <paramref name="command"/> is what <c>parse_command()</c> returned, perhaps with other objects in it. The verb need not have the <c>x</c> bit. Of several
    /// of the name, the first one that the line fits runs, else the first. To it, <c>caller</c> is the player, and <c>caller_perms()</c> <c>#-1</c>.
    /// </remarks>
    /// <example>
    /// o = create(#1); add_verb(o, {player, "rd", "push"}, {"this", "none", "none"}); set_verb_code(o, 1, {"return {this == dobj, argstr};"}); c = parse_command(tostr("push ", o), {}); return dispatch_command_verb(o, "push", c) == {1, tostr(o)}; => 1
    /// </example>
    /// <exception cref="MooError">
    /// E_PERM unless the programmer is a wizard; E_INVARG if there is no such object, the command lacks a part, or the verb does not compile; E_VERBNF if there is no
    /// such verb; E_MAXREC if verbs call each other too deep.
    /// </exception>
    [Builtin("dispatch_command_verb")]
    public static TaskStep Dispatch(MooTask task, ObjectId target, string verb, MooMap command)
    {
        if (!task.IsWizardly) return TaskStep.Of(Permissions.WizardsOnly(task, "dispatch_command_verb"));
        if (task.Transaction.Find(target) is not { } draft) return TaskStep.Of(Permissions.NoObject(task, Value.Obj(target)));
        if (Read(task, command, out var line, out var direct, out var indirect) is { } wrong) return TaskStep.Of(wrong);
        line = line! with { Verb = verb };
        var found = CommandVerbs.Find(task.Transaction, target, line, direct, indirect)
            ?? (Verbs.FindAll(task.Transaction, draft, verb) is [var first, ..] ? first : null);
        if (found is null) return TaskStep.Of(task.RaiseHere(ErrorCode.E_VERBNF, "{0} has no verb {1}", Value.Obj(target), Value.Str(verb)));
        var player = task.Top!.Player;
        // The frame of the server's own has nobody's permissions: that is what the verb finds as its caller's.
        if (!task.PushNative(new NativeCall("dispatch_command_verb", 0))) return TaskStep.Of(Value.Failure);
        task.Top!.SetProgrammer(ObjectId.Nothing);
        if (!task.Enter(Value.Obj(target), found, verb, MooList.OfStrings(line.Words))) return TaskStep.Of(Value.Failure);
        var frame = task.Top!;
        frame.Player = player;
        frame.CallerValue = Value.Obj(player);
        frame.Command = new CommandWords(Value.Str(line.Argstr), Value.Obj(direct), Value.Str(line.DirectText),
            Value.Str(line.PrepositionText), Value.Obj(indirect), Value.Str(line.IndirectText));
        return TaskStep.Entered;
    }

    /// <summary>Returns what the command's verb has returned.</summary>
    [Continuation("dispatch_command_verb")]
    public static TaskStep AfterVerb(MooTask task, NativeCall call, Value result) => TaskStep.Of(result);

    // A command as parse_command() gives it. Null when all went well.
    private static Value? Read(MooTask task, MooMap command, out CommandLine? line, out ObjectId direct, out ObjectId indirect)
    {
        (line, direct, indirect) = (null, ObjectId.Nothing, ObjectId.Nothing);
        var texts = new string[5];
        string[] names = ["verb", "argstr", "dobjstr", "prepstr", "iobjstr"];
        for (var i = 0; i < names.Length; i++)
        {
            if (NamedOptions.Find(command, names[i]) is not { } given) return Missing(names[i]);
            if (!ValueProperties.TryName(given, out var text)) return task.RaiseHere(ErrorCode.E_TYPE, "the command's \"" + names[i] + "\" is a string, not {0}", given);
            texts[i] = text;
        }
        if (NamedOptions.Find(command, "args") is not { } words || !words.TryList(out var list) || list.Any(word => !word.IsStr)) return Missing("args");
        if (NamedOptions.Find(command, "dobj") is not { } first || !first.TryObj(out direct)) return Missing("dobj");
        if (NamedOptions.Find(command, "iobj") is not { } second || !second.TryObj(out indirect)) return Missing("iobj");
        if (NamedOptions.Find(command, "prep") is not { } group || !group.TryInt(out var number) || number < VerbArguments.AnyPreposition || number >= Prepositions.Count)
            return Missing("prep");
        line = new CommandLine(texts[0], texts[1], [.. list.Select(word => word.AsStr)], texts[2], (short)number, texts[3], texts[4]);
        return null;

        Value Missing(string name) => task.RaiseHere(ErrorCode.E_INVARG, "the command has no proper \"" + name + "\"");
    }
}
