namespace Moo.Language.Textdump;

/// <summary>The main part of a program, or the body of a fork.</summary>
internal sealed class LayoutBody
{
    private const int SmallCode = 256;
    private const int LargeCode = 256 * 256;

    private int _literalBytes = 1, _forkBytes = 1, _variableBytes = 1, _labelBytes = 1;

    public CodePlace Place { get; set; }

    public List<Pending> Stack { get; } = [];

    public List<CallSite> Calls { get; } = [];

    public int LargestLiteral { get; set; }

    public int LargestFork { get; set; }

    public int LargestVariable { get; set; }

    public void Settle(int literals, int forks, int variables)
    {
        (_literalBytes, _forkBytes, _variableBytes) = (ReferenceBytes(literals), ReferenceBytes(forks), ReferenceBytes(variables));
        var size = Bytes(Place);
        _labelBytes = size <= SmallCode ? 1 : size + Place.Labels <= LargeCode ? 2 : 4;
    }

    private static int ReferenceBytes(int largest) => largest <= SmallCode ? 1 : largest <= LargeCode ? 2 : 4;

    public long Bytes(CodePlace place) => place.Bytes + (long)place.Literals * (_literalBytes - 1) + (long)place.Forks * (_forkBytes - 1)
        + (long)place.Variables * (_variableBytes - 1) + (long)place.Labels * (_labelBytes - 1);
}
