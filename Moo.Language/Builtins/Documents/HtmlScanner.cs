using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace Moo.Language.Builtins.Documents;

/// <summary>An HTML element that was looked for.</summary>
/// <param name="Attributes">Its attributes; of two with one name the first counts.</param>
/// <param name="TextStart">Where its text begins in the text of the whole document.</param>
internal sealed record HtmlElement(IReadOnlyDictionary<string, string> Attributes, int TextStart)
{
    /// <summary>Where its text ends.</summary>
    public int TextEnd { get; set; }
}

/// <summary>Goes over HTML as it is found: tags left open, attributes without quotes, anything between. One pass; never fails.</summary>
/// <remarks>
/// Not a full HTML5 parser: it knows which elements are empty, which hold raw text, and which end where their like begins, but it moves
/// nothing to where it should have stood.
/// </remarks>
internal ref struct HtmlScanner
{
    private const int DeepestNesting = 1000;

    private static readonly FrozenSet<string> Empty = Tags(
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private static readonly FrozenSet<string> Raw = Tags("script", "style", "textarea", "title");

    private static readonly FrozenSet<string> Blocks = Tags(
        "p", "div", "ul", "ol", "dl", "table", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "form", "hr", "section", "article");

    // These end where another of the list beside them begins.
    private static readonly FrozenDictionary<string, FrozenSet<string>> EndedBy = new Dictionary<string, FrozenSet<string>>
    {
        ["li"] = Tags("li"),
        ["dt"] = Tags("dt", "dd"),
        ["dd"] = Tags("dt", "dd"),
        ["tr"] = Tags("tr", "tbody", "tfoot"),
        ["td"] = Tags("td", "th", "tr", "tbody", "tfoot"),
        ["th"] = Tags("td", "th", "tr", "tbody", "tfoot"),
        ["option"] = Tags("option", "optgroup"),
        ["p"] = Blocks,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static FrozenSet<string> Tags(params string[] tags) => tags.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly ReadOnlySpan<char> _html;
    private readonly string _tag;
    private readonly List<(string Tag, HtmlElement? Element)> _open = [];
    private int _at;

    /// <param name="html">The document.</param>
    /// <param name="tag">The tag to look for.</param>
    public HtmlScanner(string html, string tag)
    {
        _html = html;
        _tag = tag;
    }

    /// <summary>The text of the whole document, without tags, scripts and styles.</summary>
    public StringBuilder Text { get; } = new();

    /// <summary>The elements with the tag, in the order in which they begin.</summary>
    public List<HtmlElement> Found { get; } = [];

    /// <summary>Goes over the document.</summary>
    public void Scan()
    {
        while (_at < _html.Length)
        {
            var mark = _html[_at..].IndexOf('<');
            AddText(_html.Slice(_at, mark < 0 ? _html.Length - _at : mark));
            if (mark < 0) break;
            _at += mark;
            var next = _at + 1 < _html.Length ? _html[_at + 1] : '\0';
            switch (next)
            {
                case '!':
                    SkipDeclaration();
                    break;
                case '?':
                    SkipTo(">");
                    break;
                case '/':
                    CloseTag();
                    break;
                case var letter when char.IsAsciiLetter(letter):
                    OpenTag();
                    break;
                default:
                    Text.Append('<');
                    _at++;
                    break;
            }
        }
        CloseDownTo(0);
    }

    private readonly void AddText(ReadOnlySpan<char> text)
    {
        if (text.Contains('&')) Text.Append(WebUtility.HtmlDecode(text.ToString()));
        else Text.Append(text);
    }

    private void SkipTo(string end)
    {
        var mark = _html[_at..].IndexOf(end, StringComparison.Ordinal);
        _at = mark < 0 ? _html.Length : _at + mark + end.Length;
    }

    private void SkipDeclaration() => SkipTo(_html[_at..].StartsWith("<!--", StringComparison.Ordinal) ? "-->" : ">");

    private string Name()
    {
        var start = _at;
        while (_at < _html.Length && !char.IsWhiteSpace(_html[_at]) && _html[_at] is not ('>' or '/' or '=')) _at++;
        return _html[start.._at].ToString();
    }

    private void OpenTag()
    {
        _at++;
        var tag = Name();
        var attributes = Attributes(out var isClosed);
        CloseImplied(tag);
        HtmlElement? element = null;
        if (_tag == "*" || tag.Equals(_tag, StringComparison.OrdinalIgnoreCase))
        {
            element = new HtmlElement(attributes, Text.Length) { TextEnd = Text.Length };
            Found.Add(element);
        }
        if (isClosed || Empty.Contains(tag)) return;
        if (Raw.Contains(tag)) ReadRaw(tag, element);
        else if (_open.Count < DeepestNesting) _open.Add((tag, element));
    }

    private Dictionary<string, string> Attributes(out bool isClosed)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        isClosed = false;
        while (true)
        {
            while (_at < _html.Length && (char.IsWhiteSpace(_html[_at]) || _html[_at] is '/' or '=')) isClosed = _html[_at++] == '/';
            if (_at >= _html.Length) break;
            if (_html[_at] == '>')
            {
                _at++;
                break;
            }
            isClosed = false;
            var name = Name();
            SkipBlanks();
            var value = "";
            if (_at < _html.Length && _html[_at] == '=')
            {
                _at++;
                SkipBlanks();
                value = AttributeValue();
            }
            attributes.TryAdd(name.ToLowerInvariant(), value);
        }
        return attributes;
    }

    private void SkipBlanks()
    {
        while (_at < _html.Length && char.IsWhiteSpace(_html[_at])) _at++;
    }

    private string AttributeValue()
    {
        if (_at >= _html.Length) return "";
        if (_html[_at] is '"' or '\'')
        {
            var quote = _html[_at++];
            var length = _html[_at..].IndexOf(quote);
            var quoted = length < 0 ? _html[_at..] : _html.Slice(_at, length);
            _at = Math.Min(_html.Length, _at + quoted.Length + 1);
            return WebUtility.HtmlDecode(quoted.ToString());
        }
        var start = _at;
        while (_at < _html.Length && !char.IsWhiteSpace(_html[_at]) && _html[_at] != '>') _at++;
        return WebUtility.HtmlDecode(_html[start.._at].ToString());
    }

    // The contents are text up to the end tag, whatever they look like; those of scripts and styles are not shown.
    private void ReadRaw(string tag, HtmlElement? element)
    {
        var mark = _html[_at..].IndexOf("</" + tag, StringComparison.OrdinalIgnoreCase);
        var end = mark < 0 ? _html.Length : _at + mark;
        if (tag.Equals("textarea", StringComparison.OrdinalIgnoreCase) || tag.Equals("title", StringComparison.OrdinalIgnoreCase))
            AddText(_html[_at..end]);
        if (element is not null) element.TextEnd = Text.Length;
        _at = end;
        if (mark >= 0) SkipTo(">");
    }

    private readonly void CloseImplied(string tag)
    {
        while (_open.Count > 0 && EndedBy.TryGetValue(_open[^1].Tag, out var enders) && enders.Contains(tag)) CloseDownTo(_open.Count - 1);
    }

    private void CloseTag()
    {
        _at += 2;
        var tag = Name();
        SkipTo(">");
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (!_open[i].Tag.Equals(tag, StringComparison.OrdinalIgnoreCase)) continue;
            CloseDownTo(i);
            return;
        }
    }

    private readonly void CloseDownTo(int count)
    {
        while (_open.Count > count)
        {
            if (_open[^1].Element is { } element) element.TextEnd = Text.Length;
            _open.RemoveAt(_open.Count - 1);
        }
    }
}
