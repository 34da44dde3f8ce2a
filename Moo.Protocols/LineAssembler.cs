using System.Buffers;

namespace Moo.Protocols;

/// <summary>Cuts received bytes into lines, whichever of the five line endings in use the client has.</summary>
/// <remarks>
/// <para>CR LF, LF, CR NUL, CR NUL LF and bare CR all end one line. A line ends at its CR already, so that a client
/// which sends nothing after it is not kept waiting; what belongs to the ending is skipped when it comes. A NUL
/// elsewhere is ignored (KildClient sends one after each terminal type).</para>
/// <para>A line that lies whole in what was received is handed out without a copy.</para>
/// </remarks>
internal struct LineAssembler
{
    private const byte Nul = 0, Lf = 10, Cr = 13;
    private static readonly SearchValues<byte> Special = SearchValues.Create([Nul, Lf, Cr]);

    private PooledBuffer _pending;
    private bool _isHandedOut, _isDropping;
    private Ending _ending;

    /// <summary>Bytes of an unfinished line that are held.</summary>
    public readonly int HeldBytes => _pending.Count;

    /// <summary>Takes bytes up to the end of the next line.</summary>
    /// <param name="data">What was received; what was used is cut off.</param>
    /// <param name="limit">The longest line in bytes.</param>
    /// <param name="line">The line without its ending; valid until the next call.</param>
    /// <returns>
    /// <see cref="LineResult.TooLong"/> is said once for a line, at once when it passes the limit; the rest of it is
    /// skipped.
    /// </returns>
    public LineResult Read(ref ReadOnlySpan<byte> data, int limit, out ReadOnlySpan<byte> line)
    {
        Release();
        SkipEnding(ref data);
        while (!data.IsEmpty)
        {
            var length = data.IndexOfAny(Special);
            var run = length < 0 ? data : data[..length];
            if (!_isDropping && _pending.Count + run.Length > limit)
            {
                Erase();
                _isDropping = true;
                line = default;
                return LineResult.TooLong;
            }
            if (length >= 0 && data[length] != Nul)
            {
                _ending = data[length] == Cr ? Ending.Cr : Ending.Complete;
                data = data[(length + 1)..];
                if (TryFinish(run, out line))
                    return LineResult.Line;
                SkipEnding(ref data);
                continue;
            }
            if (!_isDropping)
                _pending.Append(run);
            data = length < 0 ? default : data[(length + 1)..];
        }
        line = default;
        return LineResult.NeedMore;
    }

    /// <summary>Skips what still belongs to the last line's ending.</summary>
    public void SkipEnding(ref ReadOnlySpan<byte> data)
    {
        while (_ending != Ending.Complete && !data.IsEmpty)
        {
            if (data[0] == Nul && _ending == Ending.Cr)
                _ending = Ending.CrNul;
            else
                _ending = Ending.Complete;
            if (data[0] is not (Nul or Lf))
                return;
            data = data[1..];
        }
    }

    /// <summary>Gives the memory of the line back that was read last.</summary>
    public void Release()
    {
        if (_isHandedOut)
            Erase();
    }

    /// <summary>Forgets the unfinished line (telnet EL, the flush command, a closed connection).</summary>
    public void Erase()
    {
        _pending.Release();
        _isHandedOut = false;
    }

    private bool TryFinish(ReadOnlySpan<byte> run, out ReadOnlySpan<byte> line)
    {
        line = run;
        if (_isDropping)
        {
            _isDropping = false;
            return false;
        }
        if (_pending.Count == 0)
            return true;
        _pending.Append(run);
        _isHandedOut = true;
        line = _pending.Span;
        return true;
    }

    /// <summary>
    /// How much of a line ending was seen; only <see cref="Complete"/> rules out that more of it follows.
    /// </summary>
    private enum Ending : byte
    {
        Complete,
        Cr,
        CrNul,
    }
}
