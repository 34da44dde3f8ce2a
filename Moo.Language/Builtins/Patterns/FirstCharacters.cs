using System.Buffers;

namespace Moo.Language.Builtins.Patterns;

/// <summary>The characters that a match of a part of a pattern can begin with.</summary>
internal sealed class FirstCharacters
{
    // Looking further would make compiling a hostile pattern slow; a part this long is taken to begin with anything.
    private const int MostVisited = 64;

    private readonly List<CharacterSet> _sets = [];

    /// <param name="code">The pattern's instructions.</param>
    /// <param name="from">Where the part begins; it reaches to the end.</param>
    public FirstCharacters(Instruction[] code, int from)
    {
        var visited = new HashSet<int>();
        var ahead = new Stack<int>([from]);
        while (ahead.TryPop(out var at))
        {
            if (!visited.Add(at)) continue;
            if (visited.Count > MostVisited)
            {
                CanBeEmpty = true;
                return;
            }
            var instruction = code[at];
            switch (instruction.Operation)
            {
                case PatternOperation.Match or PatternOperation.Reference or PatternOperation.LineEnd:
                    CanBeEmpty = true;
                    break;
                case PatternOperation.Character or PatternOperation.Set:
                    _sets.Add(instruction.Set!);
                    break;
                case PatternOperation.Run:
                    _sets.Add(instruction.Set!);
                    ahead.Push(at + 1);
                    break;
                case PatternOperation.Split or PatternOperation.LoopCheck:
                    ahead.Push(instruction.Target);
                    ahead.Push(at + 1);
                    break;
                case PatternOperation.Jump:
                    ahead.Push(instruction.Target);
                    break;
                default:
                    ahead.Push(at + 1);
                    break;
            }
        }
    }

    /// <summary>Whether the part may match without taking a character.</summary>
    public bool CanBeEmpty { get; }

    /// <summary>Whether the part must begin with a character that a set lacks.</summary>
    public bool AreApartFrom(CharacterSet set) => !CanBeEmpty && _sets.All(set.IsApartFrom);

    /// <summary>How to look for a place to begin: for one of these characters, or for any but these. Neither if any place will do.</summary>
    public (SearchValues<char>? Starts, SearchValues<char>? NoStarts) ToSearch()
    {
        if (CanBeEmpty) return (null, null);
        var ascii = _sets.SelectMany(set => set.Ascii).ToHashSet();
        if (!_sets.Any(set => set.HasOthers)) return (SearchValues.Create([.. ascii]), null);
        return (null, SearchValues.Create([.. Enumerable.Range(0, 128).Select(c => (char)c).Where(c => !ascii.Contains(c))]));
    }
}
