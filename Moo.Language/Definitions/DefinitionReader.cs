using Moo.Language.Syntax;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Definitions;

/// <summary>Reads one definition file: defines and objects (the grammar stands in docs/reference/core-format.md).</summary>
/// <remarks>
/// It reads tokens one at a time, because a verb's body is none of its business: that is taken as text. After a mistake it goes
/// on with the next member, so that one run finds them all.
/// </remarks>
internal sealed class DefinitionReader
{
    private readonly string _source;
    private readonly string _file;
    private readonly SourceText _text;
    private readonly Dictionary<string, Value> _constants;
    private readonly Func<string, string?> _include;
    private readonly List<DefinitionProblem> _problems;
    private readonly List<Diagnostic> _lexical = [];
    private readonly List<FileItem> _items = [];
    private readonly List<int> _comments = [];
    private Lexer _lexer;
    private Token _current;
    private int _currentStart;
    private int _previousEnd;

    private DefinitionReader(string source, string file, Dictionary<string, Value> constants, Func<string, string?> include, List<DefinitionProblem> problems)
    {
        _source = source;
        _file = file;
        _text = new SourceText(source);
        _constants = constants;
        _include = include;
        _problems = problems;
        _lexer = new Lexer(source, _lexical);
        Advance();
    }

    /// <summary>Reads a file.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="constants">The constants known so far; defines are added.</param>
    /// <param name="include">Finds the file of an <c>include!</c>; null if it may not be read.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static IEnumerable<ObjectDefinition> Read(string source, string file, Dictionary<string, Value> constants,
        Func<string, string?> include, List<DefinitionProblem> problems) =>
        ReadItems(source, file, constants, include, problems, out _).Select(item => item.Object).OfType<ObjectDefinition>();

    /// <summary>Reads a file, to write it again.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="constants">The constants known so far; defines are added.</param>
    /// <param name="include">Finds the file of an <c>include!</c>; null if it may not be read.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="lost">Where comments and names stand that belong to no item, so that they would be lost.</param>
    public static IReadOnlyList<FileItem> ReadItems(string source, string file, Dictionary<string, Value> constants,
        Func<string, string?> include, List<DefinitionProblem> problems, out IReadOnlyList<SourcePlace> lost)
    {
        var reader = new DefinitionReader(source, file, constants, include, problems);
        reader.File();
        foreach (var mistake in reader._lexical) reader.Report(mistake.Span, mistake.Message);
        lost = [.. reader._comments.Select(reader.PlaceOf)];
        return reader._items;
    }

    /// <summary>Whether a text starts as definition files do, and not as a program does.</summary>
    public static bool LooksLikeDefinitions(string source)
    {
        var lexer = new Lexer(source, []);
        var (first, second) = (lexer.Next(), lexer.Next());
        return first.Text is { } word && (word.Equals("object", StringComparison.OrdinalIgnoreCase) || word.Equals("define", StringComparison.OrdinalIgnoreCase))
            && second.Kind is TokenKind.Name or TokenKind.Object;
    }

    // ---- tokens

    private void Advance()
    {
        _previousEnd = _current.Span.End;
        _current = _lexer.Next();
        _currentStart = _current.Span.Start;
        // Between two tokens there are only blanks and comments.
        for (var at = _previousEnd; at < _currentStart; at++)
        {
            if (char.IsWhiteSpace(_source[at])) continue;
            _comments.Add(at);
            return;
        }
    }

    private bool IsWord(string word) => _current.Text is { } text && text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private bool AcceptWord(string word)
    {
        if (!IsWord(word)) return false;
        Advance();
        return true;
    }

    private bool Accept(TokenKind kind)
    {
        if (_current.Kind != kind) return false;
        Advance();
        return true;
    }

    private void Expect(TokenKind kind, string what)
    {
        if (!Accept(kind)) throw Unexpected(what);
    }

    private void ExpectWord(string word)
    {
        if (!AcceptWord(word)) throw Unexpected($"'{word}'");
    }

    private SourcePlace PlaceOf(int at) => new(_file, _text.LineOf(at), _text.ColumnOf(at));

    private SourcePlace Here => PlaceOf(_currentStart);

    private void Report(SourceSpan span, string message) => _problems.Add(new DefinitionProblem(PlaceOf(span.Start), message));

    private ReadingProblem Unexpected(string expected)
    {
        var found = _current.Kind == TokenKind.End ? "the end of the file" : $"'{_source.AsSpan(_current.Span.Start, Math.Min(_current.Span.Length, 40))}'";
        return new ReadingProblem(_current.Span, $"expected {expected}, found {found}");
    }

    // What stands between the last token and this one: blanks and comments.
    private Value? CommentAbove()
    {
        var between = _source[_previousEnd.._currentStart];
        // What stands behind the member above on its own line belongs to that line.
        var firstLine = between.IndexOf('\n', StringComparison.Ordinal);
        if (_previousEnd > 0) between = firstLine < 0 ? "" : between[(firstLine + 1)..];
        _comments.RemoveAll(comment => comment >= _currentStart - between.Length);
        var lines = between.Split('\n').Select(line => line.Trim()).SkipWhile(line => line.Length == 0).Reverse()
            .SkipWhile(line => line.Length == 0).Reverse().ToList();
        return lines.Count == 0 ? null : Value.List(MooList.OfStrings(lines));
    }

    private static MooMap WithComment(MooMap metadata, Value? comment) => comment is { } lines ? metadata.Set(DefinitionKeys.Comment, lines) : metadata;

    // ---- grammar; file = { define | object }
    private void File()
    {
        while (_current.Kind != TokenKind.End)
        {
            try
            {
                if (IsWord("define")) Define();
                else if (IsWord("object")) Object();
                else throw Unexpected("'define' or 'object'");
            }
            catch (ReadingProblem problem)
            {
                Report(problem.Span, problem.Message);
                SkipTo("define", "object");
            }
        }
        if (CommentAbove() is { } last) _items.Add(new FileItem(null, TextOf(last), _constants.Count, IsApart: true));
    }

    private static string TextOf(Value? comment) => comment is { } lines ? string.Concat(lines.AsList.Select(line => line.AsStr + "\n")) : "";

    private void SkipTo(params string[] words)
    {
        Advance();
        while (_current.Kind != TokenKind.End && !Array.Exists(words, IsWord)) Advance();
    }

    // define = "define" NAME "=" literal [";"]
    private void Define()
    {
        var isApart = _source[_previousEnd.._currentStart].Count(c => c == '\n') > 1;
        var comment = CommentAbove();
        Advance();
        var name = _current;
        if (name.Text is null) throw Unexpected("the constant's name");
        Advance();
        Expect(TokenKind.Assign, "'='");
        var start = _currentStart;
        var value = Literal();
        _comments.RemoveAll(lost => lost >= start && lost < _previousEnd);
        _items.Add(new FileItem(null, $"{TextOf(comment)}define {name.Text} = {_source[start.._previousEnd]};\n", _constants.Count, isApart));
        Accept(TokenKind.Semicolon);
        if (!_constants.TryAdd(name.Text, value)) Report(name.Span, $"'{name.Text}' is defined twice");
    }

    // object = "object" objval [meta] { attribute | property | override | verb | method } "endobject"
    private void Object()
    {
        var comment = CommentAbove();
        var place = Here;
        Advance();
        var definition = Described(place);
        definition.Metadata = WithComment(Metadata(), comment);
        _items.Add(new FileItem(definition, "", _constants.Count, IsApart: true));
        while (!IsWord("endobject"))
        {
            if (_current.Kind == TokenKind.End || IsWord("object"))
            {
                Report(_current.Span, $"'endobject' is missing for the object in line {place.Line}");
                return;
            }
            try
            {
                Member(definition);
            }
            catch (ReadingProblem problem)
            {
                Report(problem.Span, problem.Message);
                SkipTo("property", "override", "verb", "method", "endobject", "object", "define");
            }
        }
        if (CommentAbove() is { } last) definition.Metadata = definition.Metadata.Set(DefinitionKeys.LastComment, last);
        Advance();
    }

    private ObjectDefinition Described(SourcePlace place)
    {
        var at = _current.Span;
        var value = Literal();
        if (value.TryObj(out var id)) return new ObjectDefinition(id, place);
        if (value.Try<MooAnonymous>(out var anonymous)) return new ObjectDefinition(anonymous.Id, place);
        return value.Try<MooWaif>(out var waif) ? new ObjectDefinition(waif.Id, place) { IsWaif = true } : throw NoObject(at);
    }

    private void Member(ObjectDefinition definition)
    {
        if (IsWord("property")) definition.Properties.Add(Property(isOverride: false));
        else if (IsWord("override")) definition.Properties.Add(Property(isOverride: true));
        else if (IsWord("verb")) definition.Verbs.Add(Verb(isMethod: false));
        else if (IsWord("method")) definition.Verbs.Add(Verb(isMethod: true));
        else Attribute(definition);
    }

    // attribute = name ":" ( string | objval | "{" objval, … "}" | true | false )
    private void Attribute(ObjectDefinition definition)
    {
        var name = _current;
        if (name.Text is null) throw Unexpected("an attribute, 'property', 'override', 'verb', 'method' or 'endobject'");
        Advance();
        Expect(TokenKind.Colon, "':'");
        definition.Given.Add(name.Text.ToUpperInvariant());
        switch (name.Text.ToUpperInvariant())
        {
            case "NAME":
                definition.Name = Text("the object's name");
                break;
            case "PARENT":
                var parent = ObjectValue();
                if (parent != ObjectId.Nothing && definition.Parents.Count == 0) definition.Parents.Add(parent);
                break;
            case "PARENTS":
                definition.Parents.Clear();
                definition.Parents.AddRange(ObjectValues());
                break;
            case "OWNER":
                definition.Owner = ObjectValue();
                break;
            case "LOCATION":
                definition.Location = ObjectValue();
                break;
            default:
                Flag(definition, name);
                break;
        }
    }

    private void Flag(ObjectDefinition definition, Token name)
    {
        ObjectFlags? flag = name.Text!.ToUpperInvariant() switch
        {
            "PLAYER" => ObjectFlags.Player,
            "WIZARD" => ObjectFlags.Wizard,
            "PROGRAMMER" => ObjectFlags.Programmer,
            "FERTILE" => ObjectFlags.Fertile,
            "READABLE" => ObjectFlags.Readable,
            "WRITEABLE" => ObjectFlags.Writeable,
            "ANONYMOUS" => ObjectFlags.AnonymousFertile,
            _ => null,
        };
        if (flag is null) throw new ReadingProblem(name.Span, $"an object has no attribute '{name.Text}'");
        if (AcceptWord("true")) definition.Flags |= flag.Value;
        else ExpectWord("false");
    }

    private string Text(string what)
    {
        if (_current.Kind != TokenKind.Str) throw Unexpected($"{what}, a string");
        var text = _current.Value.AsStr;
        Advance();
        return text;
    }

    private ObjectId ObjectValue()
    {
        var at = _current.Span;
        return Literal().TryObj(out var id) ? id : throw NoObject(at);
    }

    private static ReadingProblem NoObject(SourceSpan at) => new(at, "an object belongs here: #12, or a constant that stands for one");

    private List<ObjectId> ObjectValues()
    {
        var ids = new List<ObjectId>();
        Expect(TokenKind.LeftBrace, "'{'");
        while (_current.Kind != TokenKind.RightBrace)
        {
            ids.Add(ObjectValue());
            if (!Accept(TokenKind.Comma)) break;
        }
        Expect(TokenKind.RightBrace, "',' or '}'");
        return ids;
    }

    // meta = "[" key "->" literal { "," key "->" literal } [","] "]"
    private MooMap Metadata()
    {
        var map = MooMap.Empty;
        if (!Accept(TokenKind.LeftBracket)) return map;
        while (_current.Kind != TokenKind.RightBracket)
        {
            Accept(TokenKind.Quote);
            var key = _current.Text ?? (_current.Kind == TokenKind.Str ? _current.Value.AsStr : throw Unexpected("a key"));
            Advance();
            Expect(TokenKind.Arrow, "'->'");
            map = map.Set(DefinitionKeys.Symbol(key), Literal());
            if (!Accept(TokenKind.Comma)) break;
        }
        Expect(TokenKind.RightBracket, "',' or ']'");
        return map;
    }

    // property = "property" pname "(" "owner" ":" objval "," "flags" ":" string ")" [meta] ["=" literal | "clear"] [";"]
    // override = "override" pname ["(" "owner" ":" objval "," "flags" ":" string ")"] [meta] ["=" literal | "clear"] [";"]
    private PropertyDefinition Property(bool isOverride)
    {
        var comment = CommentAbove();
        var place = Here;
        Advance();
        var name = MemberName("the property's name");
        PropertyAccess? access = null;
        if (Accept(TokenKind.LeftParen))
        {
            access = Access();
            Expect(TokenKind.RightParen, "')'");
        }
        else if (!isOverride)
        {
            throw Unexpected("'(owner: …, flags: \"…\")'");
        }
        var metadata = WithComment(Metadata(), comment);
        Value? value = null;
        string? text = null;
        if (Accept(TokenKind.Assign))
        {
            var start = _currentStart;
            value = Literal(access?.Owner);
            // What the value alone does not tell can still be told as the file does.
            if (_comments.RemoveAll(lost => lost >= start && lost < _previousEnd) > 0) text = _source[start.._previousEnd];
        }
        else
        {
            // mooR's newest form says so in words.
            AcceptWord("clear");
        }
        Accept(TokenKind.Semicolon);
        return new PropertyDefinition(name, isOverride, access, value, metadata, place, text);
    }

    private string MemberName(string what)
    {
        if (_current.Kind == TokenKind.Str) return Text(what);
        var name = _current.Text ?? throw Unexpected(what);
        Advance();
        return name;
    }

    private PropertyAccess Access()
    {
        ExpectWord("owner");
        Expect(TokenKind.Colon, "':'");
        var owner = ObjectValue();
        Expect(TokenKind.Comma, "','");
        ExpectWord("flags");
        Expect(TokenKind.Colon, "':'");
        var at = _current.Span;
        var text = Text("the property's flags");
        if (FlagText.TryParseProperty(text, out var flags)) return new PropertyAccess(owner, flags);
        throw new ReadingProblem(at, $"a property's flags are among \"rwc\", not \"{text}\"");
    }

    // verb   = "verb" vname "(" dobj prep iobj ")" "owner" ":" objval "flags" ":" string [meta] body "endverb"
    // method = "method" vname "owner" ":" objval ["flags" ":" string] [meta] body "endmethod"
    private VerbDefinition Verb(bool isMethod)
    {
        var comment = CommentAbove();
        var header = Here;
        Advance();
        var names = MemberName("the verb's names");
        var arguments = VerbArguments.Method;
        if (!isMethod || _current.Kind == TokenKind.LeftParen)
        {
            Expect(TokenKind.LeftParen, "'(' and what the verb goes with, such as (this none none)");
            arguments = Arguments();
        }
        ExpectWord("owner");
        Expect(TokenKind.Colon, "':'");
        var owner = ObjectValue();
        var flags = VerbFlags.Read | VerbFlags.Execute | VerbFlags.Debug;
        if (!isMethod || IsWord("flags"))
        {
            ExpectWord("flags");
            Expect(TokenKind.Colon, "':'");
            var at = _current.Span;
            var letters = Text("the verb's flags");
            if (!FlagText.TryParseVerb(letters, out flags)) throw new ReadingProblem(at, $"a verb's flags are among \"rwxd\", not \"{letters}\"");
        }
        // The header ends with the line, or with the metadata that begins on it.
        var metadata = _current.Kind == TokenKind.LeftBracket && _text.LineOf(_currentStart) == _text.LineOf(_previousEnd) ? Metadata() : MooMap.Empty;
        var body = Body(isMethod ? "endmethod" : "endverb", out var place, out var indentation);
        if (metadata.TryGet(DefinitionKeys.Source, out var source) && source.TryStr(out var text))
        {
            body = text;
            metadata = metadata.Remove(DefinitionKeys.Source);
            (place, indentation) = (header, -1);
        }
        return new VerbDefinition(new Verb(names, owner, flags, arguments, body) { Metadata = WithComment(metadata, comment) }, place, indentation);
    }

    private VerbArguments Arguments()
    {
        var start = _currentStart;
        var end = _source.IndexOf(')', start);
        var line = _source.IndexOf('\n', start);
        if (end < 0 || line >= 0 && line < end) throw Unexpected("')' in the same line");
        var text = _source[start..end];
        _lexer = new Lexer(_source, _lexical, end + 1);
        _current = new Token(TokenKind.Bad, new SourceSpan(start, end + 1 - start));
        Advance();
        if (FlagText.TryParseArguments(text, out var arguments)) return arguments;
        throw new ReadingProblem(new SourceSpan(start, text.Length),
            $"({text}) is not what a verb can go with: (this|any|none preposition|any|none this|any|none)");
    }

    // From the line after the header to the line whose first word is the end keyword, outside comments. Strings end with their line.
    private string Body(string endWord, out SourcePlace place, out int indentation)
    {
        var start = _source.IndexOf('\n', _previousEnd);
        start = start < 0 ? _source.Length : start + 1;
        place = PlaceOf(Math.Min(start, Math.Max(0, _source.Length - 1)));
        _comments.RemoveAll(comment => comment >= start);
        var (at, isInComment) = (start, false);
        while (at < _source.Length)
        {
            var end = _source.IndexOf('\n', at);
            if (end < 0) end = _source.Length;
            var line = _source[at..end];
            if (!isInComment && StartsWithWord(line, endWord))
            {
                var keyword = at + line.IndexOf(endWord, StringComparison.OrdinalIgnoreCase);
                _lexer = new Lexer(_source, _lexical, keyword + endWord.Length);
                _current = new Token(TokenKind.Name, new SourceSpan(keyword, endWord.Length), endWord);
                Advance();
                return BodyText.Outdent(_source[start..at], out indentation);
            }
            isInComment = BodyText.EndsInComment(line, isInComment);
            at = end + 1;
        }
        var missing = new SourceSpan(Math.Max(0, start - 1), 1);
        _lexer = new Lexer(_source, _lexical, _source.Length);
        Advance();
        throw new ReadingProblem(missing, $"'{endWord}' is missing for this verb");
    }

    private static bool StartsWithWord(string line, string word)
    {
        var text = line.AsSpan().TrimStart();
        return text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            && (text.Length == word.Length || !char.IsAsciiLetterOrDigit(text[word.Length]) && text[word.Length] is not ('_' or '=' or '.' or ':' or '('));
    }

    // ---- literals

    private Value Literal(ObjectId? owner = null)
    {
        var reading = new DefinitionLiterals(_source, _lexical, _currentStart, _constants, _include, owner ?? ObjectId.Nothing);
        var value = reading.Read(out var end);
        _comments.AddRange(reading.Losses);
        _lexer = new Lexer(_source, _lexical, end);
        _current = new Token(TokenKind.Bad, new SourceSpan(_currentStart, end - _currentStart));
        Advance();
        return value;
    }
}
