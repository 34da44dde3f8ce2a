using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Where connections come in, and connections to elsewhere.</summary>
internal static class ListenerFunctions
{
    /// <summary>Accepts connections at another place; returns the place as <c>listeners()</c> shows it. The task sleeps until it is done.</summary>
    /// <remarks>
    /// <paramref name="target"/> is the object whose <c>:do_login_command</c> and other verbs are called for these connections. <paramref name="point"/>
    /// is a port number. <paramref name="options"/> is true if the server's own messages are to be shown, or a map with <c>"print-messages"</c>,
    /// <c>"ipv6"</c>, <c>"tls"</c>, <c>"certificate"</c> and <c>"key"</c>.
    /// </remarks>
    /// <example>listen(#0, 8888) => 8888</example>
    /// <exception cref="MooError">
    /// E_PERM unless the programmer is a wizard, or if the server may not use the place; E_INVARG for an object that does not exist, a place in use, or
    /// options of a wrong kind; E_QUOTA if the place cannot be had.
    /// </exception>
    [Builtin("listen")]
    public static TaskStep Listen(MooTask task, ObjectId target, Value point, Value? options = null)
    {
        if (!task.IsWizardly) return TaskStep.Of(Permissions.WizardsOnly(task, "listen"));
        if (!task.Transaction.IsValid(target)) return TaskStep.Of(Permissions.NoObject(task, Value.Obj(target)));
        var settings = options is { } given && given.TryMap(out var map) ? map : MooMap.Empty;
        var prints = options is { IsMap: false } truth ? truth.IsTrue : IsSet(settings, "print-messages");
        var place = new ListeningPoint(target, point, prints, IsSet(settings, "ipv6"), IsSet(settings, "tls"));
        if (FindPoint(task, point, place.IsIPv6) is not null) return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "the server listens at {0} already", point));
        if (!TryText(settings, "certificate", out var certificate) || !TryText(settings, "key", out var key))
            return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "certificate and key are paths: strings"));
        var (host, request) = (task.Runtime.Host, new ListenRequest(place, certificate, key));
        return Waits.ForOutside(task, "listen", cancellation => host.ListenAsync(request, cancellation));
    }

    /// <summary>Stops accepting connections at a place. Those that are open stay.</summary>
    /// <example>`unlisten(9999) ! E_INVARG => "not there"' => "not there"</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard; E_INVARG if the server does not listen there.</exception>
    [Builtin("unlisten")]
    public static Value Unlisten(MooTask task, Value point, bool isIPv6 = false)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "unlisten");
        if (FindPoint(task, point, isIPv6) is null) return task.RaiseHere(ErrorCode.E_INVARG, "the server does not listen at {0}", point);
        task.Transaction.Effects.Add(new UnlistenEffect(point, isIPv6));
        return Value.Int(0);
    }

    /// <summary>Where connections are accepted: <c>{{object, place, whether messages are shown}, …}</c>.</summary>
    /// <remarks>
    /// With an object or a place to look for, those listeners alone, each as a map with <c>"object"</c>, <c>"port"</c>, <c>"print_messages"</c>,
    /// <c>"ipv6"</c> and <c>"tls"</c> (ToastStunt). Differs from ToastStunt, where both forms give maps.
    /// </remarks>
    /// <example>{listeners(), listeners(7777)} => {{}, {}}</example>
    [Builtin("listeners")]
    public static MooList Listeners(MooTask task, Value? find = null)
    {
        var all = Points(task);
        if (find is not { } wanted)
            return MooList.Of([.. all.Select(l => Value.List(Value.Obj(l.Object), l.Point, Value.Truth(l.PrintsMessages)))]);
        return MooList.Of([.. all.Where(l => wanted == (wanted.IsObj ? Value.Obj(l.Object) : l.Point)).Select(AsMap)]);
    }

    private static Value AsMap(ListeningPoint point) => Value.Of(MooMap.Empty
        .Set(Value.Str("object"), Value.Obj(point.Object))
        .Set(Value.Str("port"), point.Point)
        .Set(Value.Str("print_messages"), Value.Truth(point.PrintsMessages))
        .Set(Value.Str("ipv6"), Value.Truth(point.IsIPv6))
        .Set(Value.Str("tls"), Value.Truth(point.IsTls)));

    // What this slice has stopped listening at is gone already, as far as it can tell.
    private static IEnumerable<ListeningPoint> Points(MooTask task)
    {
        var ended = task.Transaction.Effects.OfType<UnlistenEffect>().ToList();
        return task.Runtime.Host.Listeners.Where(l => !ended.Exists(e => e.Point == l.Point && e.IsIPv6 == l.IsIPv6));
    }

    private static ListeningPoint? FindPoint(MooTask task, Value point, bool isIPv6) =>
        Points(task).FirstOrDefault(l => l.Point == point && l.IsIPv6 == isIPv6);

    private static bool IsSet(MooMap options, string name) => options.Find(name) is { IsTrue: true };

    private static bool TryText(MooMap options, string name, out string? text)
    {
        text = null;
        return options.Find(name) is not { } value || value.TryStr(out text);
    }

    /// <summary>Connects to another server; returns the new connection's number. The task sleeps until it is done.</summary>
    /// <remarks>
    /// The connection then behaves like one that came in and on which nobody is logged in. Its first line waits until the task has come to
    /// <c>read()</c>, sleeps or has ended. <paramref name="options"/> is the object whose verbs are
    /// called for it, or a map with <c>"listener"</c>, <c>"ipv6"</c>, <c>"tls"</c> and <c>"tls_verify"</c>.
    /// </remarks>
    /// <example>`open_network_connection("moo.example", 8888) ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">
    /// E_PERM unless the programmer is a wizard and the server's settings allow it; E_INVARG for a port that is none, or if nobody answers; E_TYPE for
    /// a listener that is no object.
    /// </exception>
    [Builtin("open_network_connection")]
    public static TaskStep OpenNetworkConnection(MooTask task, string host, long port, Value? options = null)
    {
        if (!task.IsWizardly) return TaskStep.Of(Permissions.WizardsOnly(task, "open_network_connection"));
        if (!task.Runtime.Outside.Connections) return TaskStep.Of(Outside.Gate.Closed(task, "Connections"));
        if (port is < 1 or > 65_535 || host.Length == 0) return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "there is no place {0}, port {1}", Value.Str(host), Value.Int(port)));
        var settings = options is { } given && given.TryMap(out var map) ? map : MooMap.Empty;
        var listener = options is { IsMap: false } direct ? direct : settings.Find("listener") ?? Value.Obj(ObjectId.System);
        if (!listener.TryObj(out var whose)) return TaskStep.Of(task.RaiseHere(ErrorCode.E_TYPE, "a listener is an object, not {0}", Value.Str(Kinds.Describe(listener))));
        var request = new OutboundRequest(host, (int)port, whose, IsSet(settings, "ipv6"), IsSet(settings, "tls"), IsSet(settings, "tls_verify"));
        var outside = task.Runtime.Host;
        var step = Waits.ForOutside(task, "open_network_connection", cancellation => outside.OpenConnectionAsync(request, cancellation));
        if (task.Wait is TaskWait.Outside wait) task.Wait = wait with { Followed = outside.ConnectionTaken };
        return step;
    }
}
