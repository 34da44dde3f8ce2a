namespace Moo.Language.Builtins.Outside;

/// <summary>What a file is open for, as <c>file_open()</c> is told by four letters: <c>r+tn</c>.</summary>
/// <param name="Text">The four letters.</param>
/// <param name="CanRead">Whether it may be read.</param>
/// <param name="CanWrite">Whether it may be written.</param>
/// <param name="IsBinary">Whether its bytes are binary strings; else text.</param>
/// <param name="Flushes">Whether each writing goes to the disk at once.</param>
internal sealed record FileOpenMode(string Text, bool CanRead, bool CanWrite, bool IsBinary, bool Flushes)
{
    /// <summary>Whether all writing goes to the end.</summary>
    public bool Appends => Text[0] == 'a';

    /// <summary>Whether the file is made, emptied or only opened.</summary>
    public FileMode HowToOpen => Text[0] switch
    {
        'r' => FileMode.Open,
        'w' => FileMode.Create,
        _ => FileMode.OpenOrCreate,
    };

    public FileAccess Access => (CanRead ? FileAccess.Read : 0) | (CanWrite ? FileAccess.Write : 0);

    /// <summary>The mode of four letters: <c>r w a</c>, <c>+ -</c>, <c>t b</c>, <c>f n</c>. Null if they are others.</summary>
    public static FileOpenMode? Parse(string text)
    {
        if (text is not [('r' or 'w' or 'a') and var how, ('+' or '-') and var both, ('t' or 'b') and var form, ('f' or 'n') and var flush]) return null;
        return new FileOpenMode(text, how == 'r' || both == '+', how != 'r' || both == '+', form == 'b', flush == 'f');
    }
}
