namespace Moo.Protocols.Telnet;

/// <summary>MCCP3's stream from the client, watched for bombs.</summary>
internal sealed class CompressedInput : IDisposable
{
    private const int RatioWindow = 64 * 1024;

    private readonly Inflater _inflater = new();
    private TokenBucket _rate;
    private int _bytesIn, _bytesOut;

    /// <summary>Inflates one byte; what comes out goes to <paramref name="take"/> in pieces.</summary>
    public InflateResult Feed(byte value, PeerLimits limits, long now, TelnetPeer take)
    {
        Span<byte> piece = stackalloc byte[512];
        _bytesIn++;
        try
        {
            _inflater.Feed(value);
            for (var count = _inflater.Read(piece); count > 0; count = _inflater.Read(piece))
            {
                if (!_rate.TryTake(count, limits.InflatedInput, now) || IsOverRatio(count, limits))
                    return InflateResult.Bomb;
                take.TakePlain(piece[..count]);
            }
        }
        // The second is zlib's answer to what it has no code for, such as a stream that wants a preset dictionary.
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return InflateResult.Broken;
        }
        return _inflater.HasEnded ? InflateResult.Ended : InflateResult.More;
    }

    public void Dispose() => _inflater.Dispose();

    private bool IsOverRatio(int count, PeerLimits limits)
    {
        _bytesOut += count;
        if (_bytesOut < RatioWindow)
            return false;
        var isOver = _bytesOut > (long)_bytesIn * limits.CompressedInputRatio;
        _bytesIn = _bytesOut = 0;
        return isOver;
    }
}
