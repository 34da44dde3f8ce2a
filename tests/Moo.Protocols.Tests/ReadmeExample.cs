using System.Buffers;
using Moo.Protocols.Telnet;
using Moo.Protocols.Terminal;

namespace Moo.Protocols.Tests;

// <example>
internal sealed class Conversation : IPeerEvents, IDisposable
{
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly TelnetPeer _peer;
    private bool _isOver;

    public Conversation() => _peer = new TelnetPeer(new TelnetSettings(), _output, this);

    public async Task RunAsync(Stream stream)
    {
        var buffer = new byte[4096];
        _peer.Start(Environment.TickCount64);
        do
        {
            _peer.Flush();
            await stream.WriteAsync(_output.WrittenMemory);
            _output.Clear();
            var count = _isOver ? 0 : await stream.ReadAsync(buffer);
            _peer.Receive(buffer.AsSpan(0, count), Environment.TickCount64);
            _isOver |= count == 0;
        }
        while (!_isOver || _output.WrittenCount > 0);
    }

    public void OnSettled() => _peer.WritePrompt("Who are you? ");
    public void OnLine(string line)
    {
        _peer.LogIn();
        _peer.WriteLine(Markup.Render($"Hello, [bold]{Markup.Escape(line)}[/].", _peer.Terminal));
        _peer.SendGmcp("Char.Name", """{"name":"guest"}""");
    }

    public void OnClose(CloseReason reason) => _isOver = true;
    public void Dispose() => _peer.Dispose();
}
// </example>
