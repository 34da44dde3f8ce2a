using Moo.Language.Definitions;
using Moo.Language.Definitions.Loading;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Reads what <c>load_object()</c> and its like are given: texts, constants, options.</summary>
/// <remarks>Each method returns what to return at once if something is wrong, else null.</remarks>
internal static class LoadArguments
{
    // A parsed line costs as much as some hundred characters copied.
    private const int CharactersPerTick = 100;

    /// <summary>A text: one string, or a list of its lines.</summary>
    public static Value? ReadText(MooTask task, Value given, out string text)
    {
        text = "";
        if (given.TryStr(out var whole))
        {
            text = whole;
        }
        else if (given.TryList(out var lines))
        {
            foreach (var line in lines)
                if (!line.IsStr) return task.RaiseHere(ErrorCode.E_TYPE, "an object's text is made of strings, not {0}", Value.Str(Kinds.Describe(line)));
            text = string.Join('\n', lines.Select(line => line.AsStr));
        }
        else
        {
            return task.RaiseHere(ErrorCode.E_TYPE, "an object's text is a list of strings, not {0}", Value.Str(Kinds.Describe(given)));
        }
        return task.Spend(text.Length / CharactersPerTick) ? null : Value.Failure;
    }

    /// <summary>Options: a map, or a list of pairs; nothing or 0 for none.</summary>
    public static Value? ReadOptions(MooTask task, Value given, out MooMap options)
    {
        options = MooMap.Empty;
        if (given.TryMap(out var map))
        {
            options = map;
            return null;
        }
        if (given.TryInt(out var none) && none == 0) return null;
        if (!given.TryList(out var pairs)) return task.RaiseHere(ErrorCode.E_TYPE, "options are a map, not {0}", Value.Str(Kinds.Describe(given)));
        foreach (var pair in pairs)
        {
            if (!pair.TryList(out var both) || both.Count != 2 || !MooMap.IsKey(both[0]))
                return task.RaiseHere(ErrorCode.E_TYPE, "options as a list are pairs of a name and a value, not {0}", pair);
            options = options.Set(both[0], both[1]);
        }
        return null;
    }

    /// <summary>Constants: a map from name to value; a truth for those of the world itself.</summary>
    public static Value? ReadConstants(MooTask task, Value given, Dictionary<string, Value> constants)
    {
        if (!given.IsMap && !given.IsList)
        {
            if (!given.IsTrue) return null;
            if (!Effort.OfElements(task, task.Transaction.ReadMaxObject() + 1)) return Value.Failure;
            foreach (var (name, id) in new DefinitionNames(task.Transaction.Base).Constants) constants[name] = Value.Obj(id);
            return null;
        }
        if (ReadOptions(task, given, out var map) is { } wrong) return wrong;
        foreach (var (key, value) in map)
        {
            if (!ValueProperties.TryName(key, out var name)) return task.RaiseHere(ErrorCode.E_TYPE, "a constant is named by a symbol or a string, not by {0}", key);
            constants[name] = value;
        }
        return null;
    }

    /// <summary>A list of parts' names, as the option <c>parts</c> has it.</summary>
    public static Value? ReadParts(MooTask task, MooMap options, out HashSet<string>? parts)
    {
        parts = null;
        if (NamedOptions.Find(options, "parts") is not { } given) return null;
        if (!given.TryList(out var list)) return task.RaiseHere(ErrorCode.E_TYPE, "parts is a list of symbols, not {0}", Value.Str(Kinds.Describe(given)));
        parts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in list)
        {
            if (!ValueProperties.TryName(part, out var name)) return task.RaiseHere(ErrorCode.E_TYPE, "a part is named by a symbol or a string, not by {0}", part);
            if (!LoadOptions.Part.All.Contains(name)) return task.RaiseHere(ErrorCode.E_INVARG, "objects have no part {0}", part);
            parts.Add(name);
        }
        return null;
    }

    /// <summary>A list of pairs of an object and a part, as <c>overrides</c> and <c>removals</c> are.</summary>
    public static Value? ReadEntities(MooTask task, MooMap options, string option, out MooList entities)
    {
        entities = MooList.Empty;
        if (NamedOptions.Find(options, option) is not { } given) return null;
        if (!given.TryList(out var list)) return task.RaiseHere(ErrorCode.E_TYPE, option + " is a list of pairs, not {0}", Value.Str(Kinds.Describe(given)));
        foreach (var pair in list)
        {
            if (!pair.TryList(out var both) || both.Count != 2 || !Permissions.IsObject(both[0]))
                return task.RaiseHere(ErrorCode.E_TYPE, option + " are pairs of an object and a part, not {0}", pair);
            var part = both[1].TryList(out var named) && named.Count == 2 ? named[0] : both[1];
            if (!ValueProperties.TryName(part, out var name) || !LoadOptions.Part.All.Contains(name))
                return task.RaiseHere(ErrorCode.E_INVARG, "objects have no part {0}", both[1]);
        }
        entities = list;
        return null;
    }

    /// <summary>E_INVARG with all that is wrong with a text; the error's value is a list of lines.</summary>
    public static Value Refuse(MooTask task, IReadOnlyList<DefinitionProblem> problems)
    {
        var lines = problems.Where(problem => !problem.IsWarning).Select(problem => $"line {problem.Place.Line}, column {problem.Place.Column}: {problem.Message}").ToList();
        var message = lines.Count == 1 ? lines[0] : $"{lines[0]} (and {lines.Count - 1} more)";
        return task.RaiseHere(Value.Err(ErrorCode.E_INVARG), message, Value.List(MooList.OfStrings(lines)));
    }
}
