using Moo.Language.Builtins.Outside;
using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>What is sent to players, and what is done to their connections. All of it goes out with the commit.</summary>
internal static class OutputFunctions
{
    // A longer line serves no person, and one task could fill every queue with it.
    private const int LongestLine = 1 << 20;

    /// <summary>Shows a line to a player, on every connection of that player; or on one connection, by its negative number.</summary>
    /// <remarks>
    /// With <paramref name="noFlush"/>, a line that finds no room is not sent and the answer is 0; else older output makes room for it. With
    /// <paramref name="noNewline"/>, the next text goes on in the same line. To a connection in binary mode the line is a binary string. Nothing is
    /// seen before what the task has done so far is on disk.
    /// Without <paramref name="form"/>, the line goes out as it is. As <c>"plain"</c> it is freed of control characters and wrapped to the terminal's width; as
    /// <c>"markup"</c> its tags (<c>[red]</c> … <c>[/]</c>) become what each terminal can show, too; a <c>"prompt"</c> is markup that stays on its line and is marked as
    /// a prompt. Any other form is plain. The map's <c>"indent"</c> is how many blanks wrapped lines start with.
    /// </remarks>
    /// <example>notify(player, "Hello!") => 1</example>
    /// <exception cref="MooError">
    /// E_PERM unless the programmer is a wizard or the player; E_INVARG for a line of more than a million characters, or one that is no binary string
    /// where one is wanted.
    /// </exception>
    [Builtin("notify")]
    public static Value Notify(MooTask task, ObjectId who, string line, bool noFlush = false, bool noNewline = false, Value form = default, MooMap? details = null)
    {
        if (!OpenConnections.Controls(task, who)) return OpenConnections.Denied(task, who);
        if (line.Length > LongestLine) return task.RaiseHere(ErrorCode.E_INVARG, "a line may be {0} characters long", Value.Int(LongestLine));
        if (task.Runtime.Host.FindConnection(who) is { } connection)
        {
            if (OpenConnections.Option(task, connection, "binary") is { IsTrue: true } && !BinaryText.IsValid(line))
                return task.RaiseHere(ErrorCode.E_INVARG, "this is no binary string: {0}", Value.Str(line));
            if (noFlush && connection.BufferedOutput + line.Length > task.Runtime.Host.MostBufferedOutput) return Value.Int(0);
        }
        task.Transaction.Effects.Add(new NotifyEffect(who, line, noFlush, noNewline, Form(form), Indent(details)));
        return Value.Int(1);
    }

    private static TextForm Form(Value form) => !ValueProperties.TryName(form, out var name) || name.Length == 0 ? TextForm.Raw
        : name.Equals("markup", StringComparison.OrdinalIgnoreCase) ? TextForm.Markup
        : name.Equals("prompt", StringComparison.OrdinalIgnoreCase) ? TextForm.Prompt : TextForm.Plain;

    private static int Indent(MooMap? details) =>
        details is not null && details.TryGet(Value.Str("indent"), out var indent) && indent.TryInt(out var blanks) ? (int)Math.Clamp(blanks, 0, 100) : 0;

    /// <summary>Ends the connections of a player, or one connection, once this task's part is over.</summary>
    /// <example>boot_player(player); return connected_players(); => {}</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard or the player.</exception>
    [Builtin("boot_player")]
    public static Value BootPlayer(MooTask task, ObjectId who)
    {
        if (!OpenConnections.Controls(task, who)) return OpenConnections.Denied(task, who);
        task.Transaction.Effects.Add(new BootEffect(who));
        return Value.Int(0);
    }

    /// <summary>Lets a connection become another player's, without a word to anybody.</summary>
    /// <remarks>
    /// For login code that has to wait, so that the answer of <c>do_login_command()</c> is no longer asked for. A player that was made since the task
    /// slept last is greeted as a new one, and <c>#0:user_created</c> is called for it. With <paramref name="isSilent"/>, the player is told nothing
    /// at all.
    /// </remarks>
    /// <example>switch_player(player, #3) => 0</example>
    /// <exception cref="MooError">
    /// E_PERM unless the programmer is a wizard; E_INVARG if the first is not connected, the second is no player, or both are the same.
    /// </exception>
    [Builtin("switch_player")]
    public static Value SwitchPlayer(MooTask task, ObjectId from, ObjectId to, bool isSilent = false)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "switch_player");
        if (from == to) return task.RaiseHere(ErrorCode.E_INVARG, "{0} is logged in there already", Value.Obj(to));
        if (OpenConnections.Find(task, from) is not { } connection) return OpenConnections.NotConnected(task, from);
        if (task.Transaction.Find(to) is not { } player || (player.Flags & Store.Worlds.ObjectFlags.Player) == 0)
            return task.RaiseHere(ErrorCode.E_INVARG, "{0} is no player", Value.Obj(to));
        var isNew = task.Transaction.Base.Find(to) is null;
        task.Transaction.Effects.Add(new SwitchPlayerEffect(connection.Id, to, isNew, isSilent));
        return Value.Int(0);
    }

    /// <summary>Puts a line into a player's input, as if the player had typed it.</summary>
    /// <remarks>It waits behind the lines that wait already; with <paramref name="isFirst"/>, before them.</remarks>
    /// <example>force_input(player, "look") => 0</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard or the player.</exception>
    [Builtin("force_input")]
    public static Value ForceInput(MooTask task, ObjectId who, string line, bool isFirst = false)
    {
        if (!OpenConnections.Controls(task, who)) return OpenConnections.Denied(task, who);
        task.Transaction.Effects.Add(new ForceInputEffect(who, line, isFirst));
        task.ForcesInput = true;
        return Value.Int(0);
    }

    /// <summary>Forgets the lines that wait in a player's input.</summary>
    /// <remarks>With <paramref name="showsMessages"/>, the player is told which.</remarks>
    /// <example>flush_input(player) => 0</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard or the player.</exception>
    [Builtin("flush_input")]
    public static Value FlushInput(MooTask task, ObjectId who, bool showsMessages = false)
    {
        if (!OpenConnections.Controls(task, who)) return OpenConnections.Denied(task, who);
        task.Transaction.Effects.Add(new FlushInputEffect(who, showsMessages));
        return Value.Int(0);
    }
}
