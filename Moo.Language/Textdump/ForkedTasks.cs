using System.Text.Json;
using Moo.Language.Builtins;
using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Language.Syntax;
using Moo.Store.Journal;
using Moo.Store.Textdump;
using Moo.Store.Values;

namespace Moo.Language.Textdump;

/// <summary>The sleeping tasks of a world as a textdump has them: those that have not begun. The others are noted as lost.</summary>
public static class ForkedTasks
{
    /// <summary>The forked tasks.</summary>
    /// <param name="tasks">The sleeping tasks as the database holds them.</param>
    /// <param name="report">Takes a note for each task that has no place in a textdump.</param>
    public static IReadOnlyList<DumpedTask> Of(IEnumerable<TaskRow> tasks, DumpReport report)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        var forked = new List<DumpedTask>();
        foreach (var row in tasks)
        {
            using var document = JsonDocument.Parse(row.Json, new JsonDocumentOptions { MaxDepth = 10_000 });
            var root = document.RootElement;
            if (root.GetProperty("fork").GetBoolean() && Of(row, root, report) is { } task) forked.Add(task);
            else report.Lose($"task {row.Id} of {row.Owner}", "it stands in the middle of a verb, and a textdump keeps such a task for one kind of server alone");
        }
        return forked;
    }

    private static DumpedTask? Of(TaskRow row, JsonElement root, DumpReport report)
    {
        var image = FrameImage.Read(root.GetProperty("frames")[0]);
        if (image.Source is not { } whole || image.IsLambda || Programs.OfEvaluated(BuiltinTable.Default, whole).Program is not { } program) return null;
        if (program.SlotCount != image.Slots.Length || image.Pc >= program.Steps.Length) return null;
        var body = image.Pc == 0 ? Parser.Parse(whole).Statements : ForkBodies.At(Parser.Parse(whole).Statements, program.Steps[image.Pc].Span);
        if (body is null) return null;
        var place = $"task {row.Id}";
        var frame = new DumpedFrame
        {
            Source = LambdaMooPrograms.Write(place, string.Join('\n', Unparser.Lines(body)), report),
            This = image.This,
            Player = image.Player,
            Programmer = image.Programmer,
            Definer = Value.Obj(image.Definer),
            IsDebug = image.IsDebug,
            Verb = image.Verb,
            VerbNames = image.Verb,
        };
        frame.Variables.AddRange(Variables(image, program));
        var task = new DumpedTask(DumpedTaskKind.Forked, row.Id, (long)Math.Ceiling(row.WakeAt ?? 0), default, 0);
        task.Frames.Add(frame);
        return task;
    }

    private static IEnumerable<(string, Value)> Variables(FrameImage image, Program program)
    {
        var own = program.Variables.Zip(image.Slots).ToList();
        foreach (var (name, value) in BuiltIns(image))
            if (!own.Exists(pair => pair.First.Equals(name, StringComparison.OrdinalIgnoreCase))) yield return (name, value);
        foreach (var (name, value) in own)
            if (!value.IsFailure) yield return (name, value);
    }

    // In the order that LambdaMOO has them in.
    private static IEnumerable<(string, Value)> BuiltIns(FrameImage image)
    {
        foreach (var (name, kind) in ((string, ValueKind)[])[("NUM", ValueKind.Int), ("OBJ", ValueKind.Obj), ("STR", ValueKind.Str), ("LIST", ValueKind.List), ("ERR", ValueKind.Err)])
            yield return (name, Value.Int((int)kind));
        yield return ("player", Value.Obj(image.Player));
        yield return ("this", image.This);
        yield return ("caller", image.CallerValue);
        yield return ("verb", Value.Str(image.Verb));
        yield return ("args", Value.List(image.Arguments));
        yield return ("argstr", image.Command.Argstr);
        yield return ("dobj", image.Command.Dobj);
        yield return ("dobjstr", image.Command.Dobjstr);
        yield return ("prepstr", image.Command.Prepstr);
        yield return ("iobj", image.Command.Iobj);
        yield return ("iobjstr", image.Command.Iobjstr);
        yield return ("INT", Value.Int((int)ValueKind.Int));
        yield return ("FLOAT", Value.Int((int)ValueKind.Float));
    }

    /// <summary>Finds the fork statement whose body begins at a place.</summary>
    private sealed class ForkBodies(SourceSpan place) : SyntaxWalker
    {
        private ForkStatement? _innermost;

        public static IReadOnlyList<Statement>? At(IReadOnlyList<Statement> program, SourceSpan place)
        {
            var walker = new ForkBodies(place);
            walker.Visit(program);
            return walker._innermost?.Body;
        }

        public override bool Visit(Statement statement)
        {
            // The first step of a body is its first statement or a part of it.
            if (statement is ForkStatement { Body: [var first, ..] } fork && place.Start >= first.Span.Start && place.End <= first.Span.End) _innermost = fork;
            return base.Visit(statement);
        }
    }
}
