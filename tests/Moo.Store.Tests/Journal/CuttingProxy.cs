using System.Net.Sockets;

namespace Moo.Store.Tests.Journal;

/// <summary>Stands between a client and PostgreSQL's socket, and can lose an answer: it comes, but the line is cut before it is passed on.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private const string Name = ".s.PGSQL.5432";

    private readonly string _target;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;
    private readonly Queue<int> _cuts = new();

    public CuttingProxy(string folder)
    {
        _target = Path.Combine(folder, Name);
        Folder = Directory.CreateTempSubdirectory("moocut-").FullName;
        _listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(Folder, Name)));
        _listener.Listen();
        _accepting = Accept();
    }

    public string Folder { get; }

    /// <summary>Cuts the line before an answer, and then again: each number says how many answers come until then, itself included.</summary>
    public void LoseAnswers(params ReadOnlySpan<int> after)
    {
        lock (_cuts)
            foreach (var number in after) _cuts.Enqueue(number);
    }

    /// <summary>Whether all cuts were made.</summary>
    public bool IsDone
    {
        get
        {
            lock (_cuts) return _cuts.Count == 0;
        }
    }

    private int _answers;

    private bool LosesThis()
    {
        lock (_cuts)
        {
            if (!_cuts.TryPeek(out var number) || ++_answers < number) return false;
            _cuts.Dequeue();
            _answers = 0;
            return true;
        }
    }

    private async Task Accept()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                _ = Serve(await _listener.AcceptAsync(_end.Token));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task Serve(Socket client)
    {
        using var near = client;
        using var far = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await far.ConnectAsync(new UnixDomainSocketEndPoint(_target), _end.Token);
        await Task.WhenAny(Copy(near, far, isAnswer: false), Copy(far, near, isAnswer: true));
    }

    private async Task Copy(Socket from, Socket to, bool isAnswer)
    {
        var buffer = new byte[65536];
        try
        {
            while (await from.ReceiveAsync(buffer, _end.Token) is var read and > 0)
            {
                if (isAnswer && LosesThis()) return;
                await to.SendAsync(buffer.AsMemory(0, read), _end.Token);
            }
        }
        catch (Exception problem) when (problem is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One side has gone; closing the other is all there is to do.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _end.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
