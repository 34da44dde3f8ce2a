using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Data and pages for clients that show more than lines (mooR). Here they go out as GMCP messages.</summary>
internal static class PresentationFunctions
{
    private const int LongestName = 200;
    private const long LargestData = 1 << 20;

    /// <summary>Sends data to a player's clients, or to one connection, under a name of two parts.</summary>
    /// <remarks>Differs from mooR: it goes out as the GMCP message <c>namespace.kind</c>, to clients that understand GMCP.</remarks>
    /// <example>emit_data(player, "Char", "Vitals", ["hp" -> 10]) => 1</example>
    /// <exception cref="MooError">
    /// E_PERM unless the programmer is a wizard or the player; E_TYPE for names that are none; E_INVARG for names that are empty, too long or hold blanks, or for more than a
    /// million bytes of data.
    /// </exception>
    [Builtin("emit_data")]
    public static Value EmitData(MooTask task, ObjectId who, Value space, Value kind, Value payload)
    {
        if (!OpenConnections.Controls(task, who)) return OpenConnections.Denied(task, who);
        foreach (var name in new[] { space, kind })
        {
            if (!ValueProperties.TryName(name, out var text)) return task.RaiseHere(ErrorCode.E_TYPE, "a name is a string or a symbol, not {0}", Value.Str(Kinds.Describe(name)));
            if (text.Length is 0 or > LongestName || text.AsSpan().ContainsAnyInRange('\0', ' ')) return task.RaiseHere(ErrorCode.E_INVARG, "{0} is no name for data", name);
        }
        ValueProperties.TryName(space, out var first);
        ValueProperties.TryName(kind, out var second);
        return Send(task, who, $"{first}.{second}", payload);
    }

    /// <summary>Shows something beside the text, on a player's clients or on one connection: a page in a window, a panel. With two arguments, takes it away.</summary>
    /// <remarks>
    /// <paramref name="id"/> names it, to change it or take it away later. Behind it come the content's type (<c>"text/html"</c>, <c>"text/markdown"</c>, <c>"text/djot"</c>), where it
    /// goes (<c>"window"</c>, <c>"status"</c>, <c>"help"</c> …), the content, and perhaps a map or list of pairs of attributes such as <c>"title"</c>. Differs from mooR: it goes
    /// out as the GMCP message <c>Client.Present</c> with these as a map, or <c>Client.Unpresent</c>, to clients that understand GMCP.
    /// </remarks>
    /// <example>present(player, "map", "text/plain", "window", "You are here.", ["title" -> "Map"]) => 1</example>
    /// <example>present(player, "map") => 1</example>
    /// <exception cref="MooError">
    /// E_PERM unless the programmer is a wizard or the player; E_ARGS for another number of arguments; E_TYPE for what is no string or map; E_INVARG for more than a million bytes.
    /// </exception>
    [Builtin("present")]
    public static Value Present(MooTask task, ObjectId who, string id, params ReadOnlySpan<Value> what)
    {
        if (!OpenConnections.Controls(task, who)) return OpenConnections.Denied(task, who);
        if (what.Length is not (0 or 3 or 4)) return task.RaiseHere(ErrorCode.E_ARGS, "present() takes 2, 5 or 6 arguments");
        var data = MooMap.Empty.Set(Value.Str("id"), Value.Str(id));
        if (what.Length == 0) return Send(task, who, "Client.Unpresent", Value.Of(data));
        string[] names = ["content_type", "target", "content"];
        for (var i = 0; i < names.Length; i++)
        {
            if (!ValueProperties.TryName(what[i], out var text)) return task.RaiseHere(ErrorCode.E_TYPE, "present()'s " + names[i] + " is a string, not {0}", Value.Str(Kinds.Describe(what[i])));
            data = data.Set(Value.Str(names[i]), Value.Str(text));
        }
        if (what.Length == 4)
        {
            if (LoadArguments.ReadOptions(task, what[3], out var attributes) is { } wrong) return wrong;
            data = data.Set(Value.Str("attributes"), Value.Of(attributes));
        }
        return Send(task, who, "Client.Present", Value.Of(data));
    }

    private static Value Send(MooTask task, ObjectId who, string package, Value data)
    {
        if (data.Bytes > LargestData) return task.RaiseHere(ErrorCode.E_INVARG, "this is more than {0} bytes", Value.Int(LargestData));
        task.Transaction.Effects.Add(new GmcpEffect(who, package, data));
        return Value.Int(1);
    }
}
