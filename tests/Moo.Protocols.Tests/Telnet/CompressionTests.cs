using Moo.Protocols.Telnet;
using Moo.Protocols.Tests.Support;

namespace Moo.Protocols.Tests.Telnet;

public class CompressionTests
{
    [Fact]
    public void From_the_marker_on_everything_is_one_zlib_stream()
    {
        using var peer = new TestPeer();

        peer.Receive(Wire.Do(86));
        peer.Peer.WriteLine("Welcome.");
        peer.Peer.Flush();
        peer.Receive(Wire.Will(24));
        peer.Peer.WritePrompt("> ");

        Assert.Equal("SB MCCP2\n(compressed)\nWelcome.\\x0D\\x0A\nSB TTYPE \\x01\n> \nGA", peer.TakeSent());
    }

    [Fact]
    public void What_was_flushed_can_be_read_before_the_stream_goes_on()
    {
        using var peer = new TestPeer();
        peer.Receive(Wire.Do(86));
        var marker = Wire.Sub(86).Length;

        peer.Peer.WriteLine("one");
        var first = peer.TakeBytes();
        peer.Peer.WriteLine("two");
        var second = peer.TakeBytes();

        Assert.Equal("one\r\n"u8, Wire.Inflate(first.AsSpan(marker)));
        Assert.Equal("one\r\ntwo\r\n"u8, Wire.Inflate(Wire.Join(first, second).AsSpan(marker)));
    }

    [Fact]
    public void The_marker_is_written_in_one_piece()
    {
        var writes = new List<int>();
        using var peer = new TelnetPeer(new TelnetSettings(), new PieceWriter(writes), new Recorder());
        peer.Start(0);
        writes.Clear();

        peer.Receive(Wire.Do(86), 0);

        Assert.Equal(5, writes[0]);
    }

    [Fact]
    public void DONT_in_the_middle_ends_the_stream_and_plain_telnet_goes_on()
    {
        using var peer = new TestPeer();
        peer.Receive(Wire.Do(86));
        peer.Peer.WriteLine("compressed");
        peer.Receive(Wire.Dont(86));
        peer.Peer.WriteLine("plain");

        var bytes = peer.TakeBytes();

        var tail = Wire.Join(Wire.Wont(86), "plain\r\n"u8.ToArray());
        Assert.Equal(tail, bytes[^tail.Length..]);
        Assert.Equal("compressed\r\n"u8, Wire.Inflate(bytes.AsSpan(5, bytes.Length - 5 - tail.Length)));
    }

    [Fact]
    public void DO_twice_starts_one_stream()
    {
        using var peer = new TestPeer();

        peer.Receive(Wire.Do(86), Wire.Do(86));
        peer.Peer.WriteLine("once");

        Assert.Equal("SB MCCP2\n(compressed)\nonce\\x0D\\x0A", peer.TakeSent());
    }

    [Fact]
    public void Compression_that_a_client_flips_for_ever_is_started_once_more_at_most()
    {
        using var peer = new TestPeer();

        for (var i = 0; i < 1000; i++)
            peer.Receive(Wire.Do(86), Wire.Dont(86));

        Assert.True(peer.TakeBytes().Length < 100);
        Assert.False(peer.Peer.IsCompressing);
    }

    [Fact]
    public void A_stream_can_be_ended_for_another_process_to_take_over()
    {
        using var peer = new TestPeer();
        peer.Receive(Wire.Do(86));
        peer.Fresh();

        peer.Peer.StopCompression();
        peer.Peer.WriteText("plain");

        Assert.Equal("WONT MCCP2\nplain", Wire.Describe(peer.TakeBytes().AsSpan()[^8..]));
    }

    [Fact]
    public void Compressed_input_is_offered_at_login_and_not_before()
    {
        using var peer = new TestPeer().Refusing();
        peer.Receive(Wire.Do(87), Wire.Sub(87));
        Assert.Equal("WONT MCCP3", peer.TakeSent());

        peer.Peer.LogIn();

        Assert.Equal("WILL MCCP3", peer.TakeSent());
    }

    [Fact]
    public void Compressed_input_begins_right_after_its_marker_and_telnet_inside_it_works()
    {
        var start = Wire.Join(Wire.Do(87), Wire.Sub(87));
        var stream = Wire.Compress(Wire.Utf8("say hi\r\n"), Wire.Will(31), Wire.Sub(31, 0, 90, 0, 30),
            Wire.Utf8("look\r\n"));
        var bytes = Wire.Join(start, stream, Wire.Utf8("plain again\r\n"));

        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            using var peer = LoggedIn();
            peer.Receive(bytes[..cut]);
            peer.Receive(bytes[cut..]);
            Assert.Equal("line: say hi\nterminal: Size\nline: look\nline: plain again", peer.TakeEvents());
        }
    }

    [Fact]
    public void Compressed_input_may_begin_again_after_it_ended()
    {
        using var peer = LoggedIn();

        for (var i = 0; i < 3; i++)
            peer.Receive(Wire.Do(87), Wire.Sub(87), Wire.Compress(Wire.Utf8($"line {i}\n")));

        Assert.Equal("line: line 0\nline: line 1\nline: line 2", peer.TakeEvents());
    }

    [Fact]
    public void Compressed_input_that_is_cut_off_waits_for_more()
    {
        using var peer = LoggedIn();
        var stream = Wire.Compress(Wire.Utf8("say hi\n"));

        peer.Receive(Wire.Do(87), Wire.Sub(87), stream[..^4]);

        Assert.Equal("line: say hi", peer.TakeEvents());
    }

    [Fact]
    public void A_bomb_is_stopped_after_64_KiB()
    {
        using var peer = LoggedIn();
        var bomb = Wire.Compress(Wire.Repeat(16 * 1024 * 1024, (byte)'A'));
        peer.Receive(Wire.Do(87), Wire.Sub(87));
        peer.Fresh();

        peer.Receive(bomb);

        Assert.EndsWith("close: CompressionBomb", peer.TakeEvents());
        Assert.Equal("WONT MCCP3", peer.TakeSent());
    }

    [Fact]
    public void Input_that_inflates_too_fast_is_stopped_even_if_it_is_no_bomb_by_ratio()
    {
        using var peer = LoggedIn();
        var random = new Random(7);
        var text = Wire.Join([.. Enumerable.Range(0, 60_000).Select(_ =>
            Wire.Utf8(random.Next(100_000, 999_999) + "\n"))]);
        peer.Receive(Wire.Do(87), Wire.Sub(87));

        peer.Receive(Wire.Compress(text));

        Assert.EndsWith("close: CompressionBomb", peer.TakeEvents());
    }

    [Fact]
    public void Garbage_after_the_marker_is_told_and_nothing_more_is_taken()
    {
        using var peer = LoggedIn();

        peer.Receive(Wire.Do(87), Wire.Sub(87), Wire.Utf8("this is no zlib stream\n"), Wire.Utf8("look\n"));

        Assert.Equal("close: CompressionBroken", peer.TakeEvents());
    }

    [Fact]
    public void A_stream_that_wants_a_preset_dictionary_is_told()
    {
        using var peer = LoggedIn();

        peer.Receive(Wire.Do(87), Wire.Sub(87), [0x78, 0x20, 1, 2, 3, 4, 5, 6, 7, 8]);

        Assert.Equal("close: CompressionBroken", peer.TakeEvents());
    }

    [Fact]
    public void A_damaged_checksum_is_told()
    {
        using var peer = LoggedIn();
        var stream = Wire.Compress(Wire.Utf8("say hi\n"));
        stream[^1] ^= 1;

        peer.Receive(Wire.Do(87), Wire.Sub(87), stream);

        Assert.Equal("line: say hi\nclose: CompressionBroken", peer.TakeEvents());
    }

    private static TestPeer LoggedIn()
    {
        var peer = new TestPeer().Refusing();
        peer.Peer.LogIn();
        return peer.Fresh();
    }

    private sealed class PieceWriter(List<int> writes) : System.Buffers.IBufferWriter<byte>
    {
        private readonly byte[] _buffer = new byte[65536];

        public void Advance(int count) => writes.Add(count);
        public Memory<byte> GetMemory(int sizeHint = 0) => _buffer;
        public Span<byte> GetSpan(int sizeHint = 0) => _buffer;
    }
}
