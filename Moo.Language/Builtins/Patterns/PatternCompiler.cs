namespace Moo.Language.Builtins.Patterns;

/// <summary>Turns a pattern's parts into instructions for the <see cref="Matcher"/>.</summary>
internal sealed class PatternCompiler
{
    private const int DeepestLoops = 10;

    private readonly List<Instruction> _code = [];

    // The loops around what is emitted next whose bodies may be empty.
    private int[] _loopsAround = [];

    /// <summary>The number of loops whose body may be empty.</summary>
    public int Loops { get; private set; }

    /// <summary>The number of states that splits and runs can be in: see <see cref="Instruction.Loops"/>.</summary>
    public int States { get; private set; }

    /// <summary>Whether loops nest too deep for their states to be told apart.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>The instructions of a whole pattern.</summary>
    public Instruction[] Compile(PatternNode pattern)
    {
        Emit(pattern);
        Emit(PatternOperation.Match);
        var code = _code.ToArray();
        for (var at = 0; at < code.Length; at++)
        {
            if (code[at].Operation != PatternOperation.Run) continue;
            var next = new FirstCharacters(code, at + 1);
            code[at].IsPossessive = next.AreApartFrom(code[at].Set!);
            if (!code[at].IsPossessive) code[at].Next = next.ToSearch().Starts;
        }
        return code;
    }

    private void Emit(PatternNode node)
    {
        switch (node)
        {
            case CharacterNode { Letters: var (one, other) } character:
                _code.Add(new Instruction { Operation = PatternOperation.Character, One = one, Other = other, Set = character.Set });
                break;
            case CharacterNode character:
                _code.Add(new Instruction { Operation = PatternOperation.Set, Set = character.Set });
                break;
            case SequenceNode sequence:
                foreach (var part in sequence.Parts) Emit(part);
                break;
            case AlternativesNode alternatives:
                EmitAlternatives(alternatives);
                break;
            case RepeatNode { Many: false } optional:
                var skip = EmitSplit();
                Emit(optional.Body);
                Land(skip);
                break;
            case RepeatNode { Body: CharacterNode character } run:
                if (run.AtLeastOnce) Emit(character);
                EmitState(new Instruction { Operation = PatternOperation.Run, Set = character.Set });
                break;
            case RepeatNode loop:
                EmitLoop(loop);
                break;
            case GroupNode { Number: 0 } group:
                Emit(group.Body);
                break;
            case GroupNode group:
                Emit(PatternOperation.GroupStart, group.Number);
                Emit(group.Body);
                Emit(PatternOperation.GroupEnd, group.Number);
                break;
            case ReferenceNode reference:
                Emit(PatternOperation.Reference, reference.Number);
                break;
            case PlaceNode place:
                Emit(place.Place);
                break;
        }
    }

    private int Emit(PatternOperation operation, int number = 0)
    {
        _code.Add(new Instruction { Operation = operation, Number = number });
        return _code.Count - 1;
    }

    private int EmitSplit() => EmitState(new Instruction { Operation = PatternOperation.Split });

    private int EmitState(Instruction instruction)
    {
        _code.Add(instruction with { Number = States, Loops = _loopsAround });
        States += 1 << _loopsAround.Length;
        return _code.Count - 1;
    }

    // The instruction goes to what is emitted next.
    private void Land(int at) => _code[at] = _code[at] with { Target = _code.Count };

    //    split A; first; jump end;  A: split B; second; jump end;  B: third;  end:
    private void EmitAlternatives(AlternativesNode alternatives)
    {
        var ends = new List<int>();
        foreach (var choice in alternatives.Choices.SkipLast(1))
        {
            var split = EmitSplit();
            Emit(choice);
            ends.Add(Emit(PatternOperation.Jump));
            Land(split);
        }
        Emit(alternatives.Choices[^1]);
        ends.ForEach(Land);
    }

    //    [jump first;]  again: split end;  first: [loop start;] body; [loop check end;] jump again;  end:
    private void EmitLoop(RepeatNode loop)
    {
        var first = loop.AtLeastOnce ? Emit(PatternOperation.Jump) : -1;
        var again = EmitSplit();
        if (first >= 0) Land(first);
        var check = -1;
        if (!loop.Body.CanBeEmpty)
        {
            Emit(loop.Body);
        }
        else if (_loopsAround.Length < DeepestLoops)
        {
            var (around, number) = (_loopsAround, Loops++);
            Emit(PatternOperation.LoopStart, number);
            _loopsAround = [.. around, number];
            Emit(loop.Body);
            _loopsAround = around;
            check = Emit(PatternOperation.LoopCheck, number);
        }
        else
        {
            IsTooDeep = true;
        }
        var back = Emit(PatternOperation.Jump);
        _code[back] = _code[back] with { Target = again };
        if (check >= 0) Land(check);
        Land(again);
    }
}
