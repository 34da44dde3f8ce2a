using System.Runtime.InteropServices;

namespace Moo.Daemon.Hosting;

/// <summary>Turns SIGTERM and SIGINT into a request to end.</summary>
internal sealed class Signals : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;

    public Signals(Action<string> onEnd) => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Ask(context, "the machine asks for it", onEnd)),
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Ask(context, "interrupted at the console", onEnd)),
    ];

    private static void Ask(PosixSignalContext context, string reason, Action<string> onEnd)
    {
        context.Cancel = true;
        onEnd(reason);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
    }
}
