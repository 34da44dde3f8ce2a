using System.Globalization;

namespace Moo.Daemon.Cli;

/// <summary>Shows on a terminal how much of a file has been read. Shows nothing where the output is no terminal.</summary>
/// <param name="total">The file's length in bytes.</param>
internal sealed class ProgressBar(long total) : IDisposable
{
    private const int Width = 40;

    private readonly bool _isShown = !Console.IsErrorRedirected && total > 0;
    private int _shown = -1;

    /// <summary>Shows how many bytes were read.</summary>
    public void Report(long bytes)
    {
        var percent = (int)(Math.Min(bytes, total) * 100 / Math.Max(1, total));
        if (!_isShown || percent == _shown) return;
        _shown = percent;
        var full = percent * Width / 100;
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{new string('#', full)}{new string('.', Width - full)}] {percent,3} %"));
    }

    /// <summary>Takes the bar away, so that other lines can follow.</summary>
    public void Clear()
    {
        if (_shown < 0) return;
        _shown = -1;
        Console.Error.Write("\r" + new string(' ', Width + 10) + "\r");
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();
}
