using System.Diagnostics;

namespace Moo.EndToEnd.Tests.Support;

/// <summary>A terminal with a program in it, typed into and looked at through tmux.</summary>
internal sealed class TmuxPane : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _socket = $"moo-{Guid.NewGuid():N}";

    private TmuxPane()
    {
    }

    /// <summary>Starts a program in a terminal of 100 by 40.</summary>
    public static async Task<TmuxPane> Start(string command)
    {
        var pane = new TmuxPane();
        await pane.Tmux("new-session", "-d", "-x", "100", "-y", "40", "-e", "TERM=xterm-256color", command);
        return pane;
    }

    /// <summary>What is on the screen.</summary>
    public Task<string> Screen() => Tmux("capture-pane", "-p", "-J");

    /// <summary>Types text, as it is.</summary>
    public Task Type(string text) => Tmux("send-keys", "-l", text);

    /// <summary>Presses a key: <c>Enter</c>, <c>BSpace</c>.</summary>
    public Task Press(string key) => Tmux("send-keys", key);

    /// <summary>Makes the terminal another size.</summary>
    public Task Resize(int columns, int rows) =>
        Tmux("resize-window", "-x", columns.ToString(System.Globalization.CultureInfo.InvariantCulture), "-y", rows.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Types a line.</summary>
    public async Task Line(string text)
    {
        await Type(text);
        await Press("Enter");
    }

    /// <summary>Waits until a text is on the screen so many times.</summary>
    public async Task<string> Expect(string wanted, int times = 1)
    {
        var screen = "";
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(100, TestContext.Current.CancellationToken))
        {
            screen = await Screen();
            if (screen.Split(wanted).Length > times) return screen;
        }
        Assert.Fail($"never seen: {wanted}\nwhat is there:\n{screen}");
        return screen;
    }

    public async ValueTask DisposeAsync() => await Tmux("kill-server");

    private async Task<string> Tmux(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("tmux", ["-L", _socket, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        return output;
    }
}
