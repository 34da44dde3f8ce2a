using System.Collections.Frozen;
using System.Text.Json;
using Moo.Language.Builtins;
using Moo.Language.Compilation;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Scheduling;

/// <summary>A frame of a sleeping task: everything needed to set it up again, here or after a restart.</summary>
internal sealed record FrameImage
{
    /// <summary>The compiled program; null if it has not been compiled in this process yet.</summary>
    public Program? Program { get; init; }

    /// <summary>The program's source; null for a builtin function that called a verb.</summary>
    public string? Source { get; init; }

    /// <summary>Whether the source is a lambda's.</summary>
    public bool IsLambda { get; init; }

    /// <summary>The built-in functions that were protected when the program was compiled: its steps depend on them.</summary>
    public string[] Protected { get; init; } = [];

    public int Pc { get; init; }
    public int ResultSlot { get; init; }
    public Value[] Slots { get; init; } = [];
    public Value This { get; init; }
    public Value CallerValue { get; init; }
    public ObjectId Player { get; init; }
    public string Verb { get; init; } = "";
    public ObjectId Definer { get; init; }
    public ObjectId Programmer { get; init; }
    public bool IsDebug { get; init; }
    public MooList Arguments { get; init; } = MooList.Empty;
    public CommandWords Command { get; init; } = CommandWords.None;
    public string? NativeName { get; init; }
    public int NativeStage { get; init; }
    public Value[] NativeState { get; init; } = [];

    /// <summary>A frame as it stands.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="start">The step that it is to go on at, if that is another one than where it stands.</param>
    public static FrameImage Of(Frame frame, int? start = null) => new()
    {
        Program = frame.Native is null ? frame.Program : null,
        Source = frame.Native is null ? frame.Program.Source.Text : null,
        IsLambda = frame.Native is null && frame.Program.IsLambda,
        Protected = frame.Native is null && frame.Program.Builtins.ProtectedNames is { Count: > 0 } names ? [.. names] : [],
        Pc = start ?? frame.Pc,
        ResultSlot = frame.ResultSlot,
        Slots = frame.Native is null ? Copy(frame.Slots.AsSpan(0, frame.Program.SlotCount)) : [],
        This = frame.This,
        CallerValue = frame.CallerValue,
        Player = frame.Player,
        Verb = frame.Verb,
        Definer = frame.Definer,
        Programmer = frame.Programmer,
        IsDebug = frame.IsDebug,
        Arguments = frame.Native is null ? frame.ReadArguments() : MooList.Empty,
        Command = frame.Command,
        NativeName = frame.Native?.Name,
        NativeStage = frame.Native?.Stage ?? 0,
        NativeState = frame.Native?.State ?? [],
    };

    /// <summary>What its values take, in bytes as <c>value_bytes()</c> counts them.</summary>
    public long Bytes
    {
        get
        {
            var bytes = This.Bytes + CallerValue.Bytes + Arguments.Bytes;
            foreach (ref readonly var value in Slots.AsSpan()) bytes += value.Bytes;
            foreach (ref readonly var value in NativeState.AsSpan()) bytes += value.Bytes;
            if (ReferenceEquals(Command, CommandWords.None)) return bytes;
            return bytes + Command.Argstr.Bytes + Command.Dobj.Bytes + Command.Dobjstr.Bytes + Command.Prepstr.Bytes + Command.Iobj.Bytes + Command.Iobjstr.Bytes;
        }
    }

    /// <summary>All values that it holds.</summary>
    public IEnumerable<Value> Values =>
    [
        .. Slots, .. NativeState, This, CallerValue, Value.List(Arguments), Command.Argstr, Command.Dobj, Command.Dobjstr, Command.Prepstr, Command.Iobj,
        Command.Iobjstr,
    ];

    // What is in an image does not change, so variables own their lists no longer.
    private static Value[] Copy(ReadOnlySpan<Value> slots)
    {
        foreach (ref readonly var value in slots)
            if (value.Reference is MooList list) list.Disown();
        return slots.ToArray();
    }

    /// <summary>Sets a pooled frame up as this one was.</summary>
    public void Restore(Frame frame)
    {
        frame.Pc = Pc;
        frame.ResultSlot = ResultSlot;
        frame.This = This;
        frame.CallerValue = CallerValue;
        frame.Player = Player;
        frame.Verb = Verb;
        frame.Definer = Definer;
        frame.SetProgrammer(Programmer);
        frame.IsDebug = IsDebug;
        frame.Command = Command;
        if (NativeName is not null)
        {
            frame.Native = new NativeCall(NativeName, NativeStage, (Value[])NativeState.Clone());
            return;
        }
        frame.ArgumentList = Arguments;
        frame.Resume(Programs.Heeding(frame.Task.Runtime, Program!), Slots);
    }

    /// <summary>The image with its program compiled; null if that fails.</summary>
    public FrameImage? Compile(Runtime runtime)
    {
        if (Source is null || Program is not null) return this;
        var builtins = runtime.Builtins.ProtectedNames.SetEquals(Protected) ? runtime.Builtins
            : BuiltinTable.With(Protected.ToHashSet(StringComparer.OrdinalIgnoreCase), FrozenSet<string>.Empty);
        var compiled = IsLambda ? ProgramCompiler.CompileLambda(Source, builtins) : Programs.OfEvaluated(builtins, Source);
        return compiled.Program is { } program && program.SlotCount == Slots.Length && Pc < program.Steps.Length
            ? this with { Program = program } : null;
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (NativeName is not null)
        {
            writer.WriteString("builtin", NativeName);
            writer.WriteNumber("stage", NativeStage);
            WriteValue(writer, "state", Value.List(NativeState));
        }
        else
        {
            writer.WriteString("source", Source);
            writer.WriteBoolean("lambda", IsLambda);
            if (Protected.Length > 0) WriteValue(writer, "protected", Value.List(MooList.OfStrings(Protected)));
            writer.WriteNumber("pc", Pc);
            WriteValue(writer, "slots", Value.List(Slots));
            WriteValue(writer, "args", Value.List(Arguments));
        }
        writer.WriteNumber("result", ResultSlot);
        writer.WriteString("verb", Verb);
        writer.WriteNumber("definer", Definer.Number);
        writer.WriteNumber("programmer", Programmer.Number);
        writer.WriteNumber("player", Player.Number);
        writer.WriteBoolean("debug", IsDebug);
        WriteValue(writer, "this", This);
        WriteValue(writer, "caller", CallerValue);
        WriteValue(writer, "command",
            Value.List(Command.Argstr, Command.Dobj, Command.Dobjstr, Command.Prepstr, Command.Iobj, Command.Iobjstr));
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, string name, Value value)
    {
        writer.WritePropertyName(name);
        ValueJson.WriteValue(writer, value);
    }

    public static FrameImage Read(JsonElement json)
    {
        var command = ReadList(json, "command");
        var isNative = json.TryGetProperty("builtin", out var builtin);
        return new FrameImage
        {
            NativeName = isNative ? builtin.GetString() : null,
            NativeStage = isNative ? json.GetProperty("stage").GetInt32() : 0,
            NativeState = isNative ? ReadList(json, "state").AsSpan().ToArray() : [],
            Source = isNative ? null : json.GetProperty("source").GetString(),
            IsLambda = !isNative && json.GetProperty("lambda").GetBoolean(),
            Protected = json.TryGetProperty("protected", out _) ? [.. ReadList(json, "protected").Select(name => name.AsStr)] : [],
            Pc = isNative ? 0 : json.GetProperty("pc").GetInt32(),
            Slots = isNative ? [] : ReadList(json, "slots").AsSpan().ToArray(),
            Arguments = isNative ? MooList.Empty : ReadList(json, "args"),
            ResultSlot = json.GetProperty("result").GetInt32(),
            Verb = json.GetProperty("verb").GetString()!,
            Definer = ReadId(json, "definer"),
            Programmer = ReadId(json, "programmer"),
            Player = ReadId(json, "player"),
            IsDebug = json.GetProperty("debug").GetBoolean(),
            This = ReadValue(json, "this"),
            CallerValue = ReadValue(json, "caller"),
            Command = new CommandWords(command[0], command[1], command[2], command[3], command[4], command[5]),
        };
    }

    private static ObjectId ReadId(JsonElement json, string name) => new(json.GetProperty(name).GetInt64());

    private static Value ReadValue(JsonElement json, string name) => ValueJson.FromText(json.GetProperty(name).GetRawText());

    private static MooList ReadList(JsonElement json, string name) => ReadValue(json, name).AsList;
}
