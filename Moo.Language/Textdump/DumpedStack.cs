using Moo.Language.Builtins;
using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Language.Syntax;
using Moo.Store.Textdump;
using Moo.Store.Values;

namespace Moo.Language.Textdump;

/// <summary>Takes over a task that stood in the middle of its verbs.</summary>
internal static class DumpedStack
{
    // What servers write for "not before somebody resumes it".
    private const long Never = int.MaxValue;

    /// <summary>The task as this server stores it; null with a reason if it cannot go on exactly where it stood.</summary>
    public static TaskImage? Adopt(DumpedTask task, long id, double now, out string reason)
    {
        reason = "";
        var images = new List<FrameImage>();
        for (var depth = 0; depth < task.Frames.Count; depth++)
        {
            var frame = task.Frames[depth];
            if (Adopt(frame, depth == 0 ? task.RootVector : -1, out reason) is not { } image) return null;
            images.Add(image);
            if (frame.Function is null || depth + 1 == task.Frames.Count) continue;
            if (NativeOf(frame, image) is not { } native)
            {
                reason = $"{frame.Function}() waits for a verb that it called";
                return null;
            }
            images.Add(native);
        }
        var isWoken = task.Kind == DumpedTaskKind.Interrupted || task.Value != default;
        return new TaskImage(id, task.Frames[^1].Programmer, isWoken ? 0 : task.StartTime >= Never ? null : task.StartTime,
            images[0].Player, now, task.Local, [.. images])
        {
            AfterRestart = isWoken ? task.Value : null,
        };
    }

    private static FrameImage? Adopt(DumpedFrame frame, long vector, out string reason)
    {
        var problem = "";
        var source = DumpedPrograms.Adopt(frame.Source, _ => { }, wrong => problem = $"its program does not compile: line {wrong.Line}: {wrong.Message}");
        reason = problem;
        if (problem.Length > 0 || Programs.OfEvaluated(BuiltinTable.Default, source).Program is not { } program) return null;
        if (Find(frame, Parser.Parse(source).Statements, vector) is not { } site)
        {
            reason = $"the place {frame.Pc} in {frame.Definer}:{frame.Verb} is none that is known";
            return null;
        }
        if (DumpedFrames.Fill(frame, program, source, out reason) is not { } image) return null;
        return PendingValues.Fill(image, program, site, frame.Stack, out reason);
    }

    // The compilers differ in little; whatever they agree on is the call that is meant.
    private static CallSite? Find(DumpedFrame frame, IReadOnlyList<Statement> program, long vector)
    {
        CallSite? found = null;
        foreach (var variant in LayoutVariant.All)
        {
            var calls = LambdaMooLayout.Calls(program, frame.Variables.Select(variable => variable.Name), vector, variant);
            if (calls is null || !calls.TryGetValue(frame.Pc, out var site) || !Fits(site, frame)) continue;
            if (found is not null && found.Call.Span != site.Call.Span) return null;
            found = site;
        }
        return found;
    }

    private static bool Fits(CallSite site, DumpedFrame frame)
    {
        // A verb call is one byte long, a function's two.
        var length = site.Call is FunctionCallExpr ? 2 : 1;
        if (frame.ErrorPc != frame.Pc && frame.ErrorPc != frame.Pc - length || site.Stack.Count != frame.Stack.Count) return false;
        if (frame.Function is { } function && !(site.Call is FunctionCallExpr call && call.Name.Equals(function, StringComparison.OrdinalIgnoreCase))) return false;
        for (var i = 0; i < site.Stack.Count; i++)
        {
            var expected = site.Stack[i].Kind switch
            {
                PendingKind.CatchMark => DumpedStackKind.Catch,
                PendingKind.FinallyMark => DumpedStackKind.Finally,
                _ => DumpedStackKind.Value,
            };
            if (frame.Stack[i].Kind != expected) return false;
        }
        return true;
    }

    // The frame of a function that called a verb: of those that are stored alike here and there.
    private static FrameImage? NativeOf(DumpedFrame frame, FrameImage image)
    {
        Value[]? state = frame.Function switch
        {
            "eval" => [],
            "create" when Created(frame) is { } id => [Value.Obj(id)],
            _ => null,
        };
        if (state is null) return null;
        return new FrameImage
        {
            NativeName = frame.Function,
            NativeState = state,
            This = image.This,
            CallerValue = image.CallerValue,
            Player = image.Player,
            Command = image.Command,
            Verb = frame.Function!,
            Definer = ObjectId.Nothing,
            IsDebug = image.IsDebug,
            Programmer = image.Programmer,
        };
    }

    private static ObjectId? Created(DumpedFrame frame)
    {
        const string words = "bf_create data: oid = ";
        return frame.FunctionState is [var line] && line.StartsWith(words, StringComparison.Ordinal) && long.TryParse(line.AsSpan(words.Length), out var number)
            ? new ObjectId(number) : null;
    }
}
