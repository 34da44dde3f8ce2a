using Moo.Language.Builtins;
using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Textdump;
using Moo.Store.Values;

namespace Moo.Language.Textdump;

/// <summary>Makes frames of this server of a textdump's: its program compiled, its variables in their slots.</summary>
internal static class DumpedFrames
{
    /// <summary>A frame that begins its program; null with a reason if it cannot be as it was.</summary>
    public static FrameImage? Begin(DumpedFrame frame, out string reason)
    {
        var problem = "";
        var source = DumpedPrograms.Adopt(frame.Source, _ => { }, wrong => problem = $"its program does not compile: line {wrong.Line}: {wrong.Message}");
        reason = problem;
        if (problem.Length > 0 || Programs.OfEvaluated(BuiltinTable.Default, source).Program is not { } program) return null;
        return Fill(frame, program, source, out reason);
    }

    /// <summary>A frame with a program; null with a reason if its variables do not fit it.</summary>
    public static FrameImage? Fill(DumpedFrame frame, Program program, string source, out string reason)
    {
        reason = "";
        var slots = new Value[program.SlotCount];
        for (var slot = 0; slot < program.Variables.Length; slot++) slots[slot] = Value.Unset;
        var words = new Dictionary<BuiltInVariable, Value>();
        foreach (var (name, value) in frame.Variables)
        {
            if (BuiltInVariables.TryFind(name, out var variable)) words[variable] = value;
            var slot = Array.FindIndex(program.Variables, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (slot >= 0)
            {
                slots[slot] = value;
            }
            else if (BuiltInVariables.TryConstant(name, out var constant) && !value.IsUnset && value != constant && BuiltInVariables.TryFind(name, out _))
            {
                reason = $"its variable {name} is {value}, which has another meaning here";
                return null;
            }
        }
        // A variable that a program assigns to has a slot, and is filled from the frame where it has no value of its own.
        return new FrameImage
        {
            Program = program,
            Source = source,
            Slots = slots,
            This = frame.This,
            CallerValue = Word(BuiltInVariable.Caller, Value.Nothing),
            Player = Word(BuiltInVariable.Player, Value.Obj(frame.Player)).TryObj(out var player) ? player : frame.Player,
            Verb = Word(BuiltInVariable.Verb, Value.Str(frame.Verb)).TryStr(out var verb) ? verb : frame.Verb,
            Definer = frame.Definer.TryObj(out var definer) ? definer : frame.Definer.Try<MooAnonymous>(out var hidden) ? hidden.Id : ObjectId.Nothing,
            Programmer = frame.Programmer,
            IsDebug = frame.IsDebug,
            Arguments = Word(BuiltInVariable.Args, Value.List(MooList.Empty)).TryList(out var arguments) ? arguments : MooList.Empty,
            Command = new CommandWords(Word(BuiltInVariable.Argstr, Value.EmptyString), Word(BuiltInVariable.Dobj, Value.Nothing),
                Word(BuiltInVariable.Dobjstr, Value.EmptyString), Word(BuiltInVariable.Prepstr, Value.EmptyString),
                Word(BuiltInVariable.Iobj, Value.Nothing), Word(BuiltInVariable.Iobjstr, Value.EmptyString)),
        };

        Value Word(BuiltInVariable variable, Value otherwise) => words.TryGetValue(variable, out var value) && !value.IsUnset ? value : otherwise;
    }
}
