using System.Text;
using Moo.Protocols.Terminal;

namespace Moo.Protocols.Editing;

/// <summary>A line that is being typed, and where in it the cursor stands.</summary>
/// <remarks>The cursor never stands inside a grapheme cluster, what a reader sees as one character.</remarks>
internal sealed class EditedLine
{
    private readonly StringBuilder _text = new();
    private string _killed = "";

    /// <summary>The text.</summary>
    public string Text => _text.ToString();

    /// <summary>Its length in chars.</summary>
    public int Length => _text.Length;

    /// <summary>Where the cursor stands: chars before it.</summary>
    public int Cursor { get; private set; }

    /// <summary>Whether the cursor stands behind the last character.</summary>
    public bool IsAtEnd => Cursor == _text.Length;

    /// <summary>Replaces the text; the cursor goes to its end.</summary>
    public void Set(string text)
    {
        _text.Clear().Append(text);
        Cursor = _text.Length;
    }

    public void Insert(ReadOnlySpan<char> text)
    {
        _text.Insert(Cursor, text);
        Cursor += text.Length;
    }

    public void Left() => Cursor = Before(Cursor);

    public void Right() => Cursor = After(Cursor);

    public void Home() => Cursor = 0;

    public void End() => Cursor = _text.Length;

    public void WordLeft() => Cursor = WordBefore(Cursor);

    public void WordRight() => Cursor = WordAfter(Cursor);

    public void Backspace() => Remove(Before(Cursor), Cursor);

    public void Delete() => Remove(Cursor, After(Cursor));

    public void KillToStart() => Kill(0, Cursor);

    public void KillToEnd() => Kill(Cursor, _text.Length);

    /// <summary>As terminals do it: back to the last blank before a word.</summary>
    public void KillWordLeft()
    {
        var start = Cursor;
        while (start > 0 && char.IsWhiteSpace(_text[start - 1]))
            start--;
        while (start > 0 && !char.IsWhiteSpace(_text[start - 1]))
            start--;
        Kill(start, Cursor);
    }

    public void KillWordRight() => Kill(Cursor, WordAfter(Cursor));

    /// <summary>Puts back what was killed last.</summary>
    public void Yank() => Insert(_killed);

    private void Kill(int start, int end)
    {
        if (start == end)
            return;
        _killed = _text.ToString(start, end - start);
        Remove(start, end);
    }

    private void Remove(int start, int end)
    {
        _text.Remove(start, end - start);
        Cursor = start;
    }

    private int After(int at)
    {
        if (at == _text.Length)
            return at;
        return at + TextWidth.ClusterLength(_text.ToString(at, _text.Length - at));
    }

    // Clusters can be told from their start alone.
    private int Before(int at)
    {
        ReadOnlySpan<char> text = _text.ToString(0, at);
        var last = 0;
        for (var next = 0; next < at; next += TextWidth.ClusterLength(text[next..]))
            last = next;
        return last;
    }

    private int WordBefore(int at)
    {
        while (at > 0 && !IsOfWord(at - 1))
            at--;
        while (at > 0 && IsOfWord(at - 1))
            at--;
        return at;
    }

    private int WordAfter(int at)
    {
        while (at < _text.Length && !IsOfWord(at))
            at++;
        while (at < _text.Length && IsOfWord(at))
            at++;
        return at;
    }

    // Marks and halves of pairs go with the letters around them, so that no cluster is cut.
    private bool IsOfWord(int at) => _text[at] > '\u007F' || char.IsLetterOrDigit(_text[at]);
}
