using System.Text;
using Moo.Language.Builtins.Text;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Searching, replacing and cutting strings.</summary>
internal static class StringFunctions
{
    private const int ValuesPerTick = 64;

    /// <summary>Replaces every <paramref name="what"/> in <paramref name="subject"/> by <paramref name="with"/>.</summary>
    /// <remarks>Searches left to right; matches never overlap. Ignores case unless <paramref name="caseMatters"/>.</remarks>
    /// <example>strsub("a cat and a Cat", "cat", "dog") => "a dog and a dog"</example>
    /// <exception cref="MooError">E_INVARG if <paramref name="what"/> is empty; E_QUOTA if the result would be too long.</exception>
    [Builtin("strsub")]
    public static Value StrSub(MooTask task, string subject, string what, string with, bool caseMatters = false)
    {
        if (what.Length == 0) return task.RaiseHere(ErrorCode.E_INVARG, "strsub() cannot replace the empty string");
        if (!Effort.Take(task, subject.Length)) return Value.Failure;
        var rest = subject.AsSpan();
        var next = TextSearch.IndexOf(rest, what, caseMatters);
        if (next < 0) return Value.Str(subject);

        var result = new TextBuilder(stackalloc char[256]);
        for (; next >= 0; next = TextSearch.IndexOf(rest, what, caseMatters))
        {
            result.Append(rest[..next]);
            result.Append(with);
            rest = rest[(next + what.Length)..];
            if (result.Length > task.Limits.MaxStringConcat) break;
        }
        result.Append(rest);
        return Quota.Check(task, Value.Str(result.Finish()));
    }

    /// <summary>The position of the first <paramref name="what"/> in <paramref name="subject"/>; 0 if there is none.</summary>
    /// <remarks>
    /// Ignores case unless <paramref name="caseMatters"/>. With <paramref name="skip"/>, that many characters at the start are left out,
    /// and the position counts from there (ToastStunt).
    /// </remarks>
    /// <example>index("foobar", "O") => 2</example>
    /// <example>index("foobar", "o", 0, 2) => 1</example>
    /// <exception cref="MooError">E_INVARG if <paramref name="skip"/> is negative.</exception>
    [Builtin("index")]
    public static Value Index(MooTask task, string subject, string what, bool caseMatters = false, long skip = 0)
    {
        if (skip < 0) return task.RaiseHere(ErrorCode.E_INVARG, "index() cannot skip {0} characters", Value.Int(skip));
        if (!Effort.Take(task, subject.Length)) return Value.Failure;
        var text = subject.AsSpan();
        if (skip > 0)
        {
            if (skip > MooText.Length(text)) return Value.Int(0);
            text = text[MooText.ToUnits(text, (int)skip)..];
        }
        var at = TextSearch.IndexOf(text, what, caseMatters);
        return Value.Int(at < 0 ? 0 : MooText.ToPoints(text, at) + 1);
    }

    /// <summary>The position of the last <paramref name="what"/> in <paramref name="subject"/>; 0 if there is none.</summary>
    /// <remarks>
    /// Ignores case unless <paramref name="caseMatters"/>. With a negative <paramref name="skip"/>, that many characters at the end are
    /// left out.
    /// </remarks>
    /// <example>rindex("foobar", "O") => 3</example>
    /// <example>rindex("foobar", "o", 0, -4) => 2</example>
    /// <exception cref="MooError">E_INVARG if <paramref name="skip"/> is positive.</exception>
    [Builtin("rindex")]
    public static Value RIndex(MooTask task, string subject, string what, bool caseMatters = false, long skip = 0)
    {
        if (skip > 0)
            return task.RaiseHere(ErrorCode.E_INVARG, "rindex() skips characters with a negative number, not {0}", Value.Int(skip));
        if (!Effort.Take(task, subject.Length)) return Value.Failure;
        var text = subject.AsSpan();
        if (skip < 0)
        {
            var left = MooText.Length(text) + skip;
            if (left < 0) return Value.Int(0);
            text = text[..MooText.ToUnits(text, (int)left)];
        }
        var at = TextSearch.LastIndexOf(text, what, caseMatters);
        return Value.Int(at < 0 ? 0 : MooText.ToPoints(text, at) + 1);
    }

    /// <summary>Compares two strings, case included: -1, 0 or 1 as the first comes before, equals, or comes behind the second.</summary>
    /// <example>strcmp("apple", "Apple") => 1</example>
    [Builtin("strcmp")]
    public static long StrCmp(string left, string right) => Math.Sign(MooText.Compare(left, right));

    /// <summary>Replaces each character of <paramref name="from"/> by the one at the same place in <paramref name="to"/>.</summary>
    /// <remarks>
    /// Where <paramref name="to"/> is the shorter one, what has no counterpart is taken away. Unless <paramref name="caseMatters"/>,
    /// small and capital letters are both replaced, each by the letter of its own case.
    /// </remarks>
    /// <example>strtr("foobar", "oa", "ie") => "fiiber"</example>
    /// <example>strtr("FooBar", "fb", "p") => "Pooar"</example>
    [Builtin("strtr")]
    public static Value StrTr(MooTask task, string subject, string from, string to, bool caseMatters = false)
    {
        if (!Effort.Take(task, (long)subject.Length + from.Length)) return Value.Failure;
        var translation = new CharacterTranslation(from, to, caseMatters);
        return Quota.Check(task, Value.Str(translation.Apply(subject)));
    }

    /// <summary>Cuts a string at a character and returns the pieces.</summary>
    /// <remarks>
    /// Only the first character of <paramref name="separator"/> counts; an empty one means a blank. Empty pieces are left out unless
    /// <paramref name="keepEmpty"/>.
    /// </remarks>
    /// <example>explode("slither on  by") => {"slither", "on", "by"}</example>
    /// <example>explode("a,,b", ",", 1) => {"a", "", "b"}</example>
    [Builtin("explode")]
    public static Value Explode(MooTask task, string subject, string separator = " ", bool keepEmpty = false)
    {
        if (!Effort.Take(task, subject.Length)) return Value.Failure;
        if (separator.Length == 0) separator = " ";
        var mark = separator.AsSpan(0, Rune.GetRuneAt(separator, 0).Utf16SequenceLength);
        var rest = subject.AsSpan();
        const int leastBytes = 17; // of the empty string
        var pieces = new Value[Math.Min(rest.Count(mark) + 1L, task.Limits.MaxListBytes / leastBytes + 2)];
        var count = 0;
        long bytes = 0;
        while (true)
        {
            var end = rest.IndexOf(mark);
            var piece = end < 0 ? rest : rest[..end];
            if (piece.Length > 0 || keepEmpty)
            {
                var value = Value.Str(piece.Length == subject.Length ? subject : piece.ToString());
                pieces[count++] = value;
                bytes += value.Bytes;
            }
            if (end < 0 || bytes > task.Limits.MaxListBytes) break;
            rest = rest[(end + mark.Length)..];
        }
        if (!task.Spend(count / 64)) return Value.Failure;
        return Quota.Check(task, Value.List(MooList.FromOwned(pieces, count, bytes, elementDepth: 0)));
    }

    /// <summary>The characters with these numbers, as one string. Strings and lists may stand among the numbers.</summary>
    /// <remarks>
    /// Numbers are Unicode code points. Those below 32 are control characters and for wizards only.
    /// Differs from ToastStunt: there numbers are bytes and end at 254, or 255 for wizards.
    /// </remarks>
    /// <example>chr(72, 105, 32, 9731) => "Hi ☃"</example>
    /// <exception cref="MooError">
    /// E_INVARG for a number that is no character or that the programmer may not use, and for other kinds of value.
    /// </exception>
    [Builtin("chr")]
    public static Value Chr(MooTask task, params ReadOnlySpan<Value> values)
    {
        var text = new StringBuilder();
        var count = 0;
        var refused = AppendCharacters(task, text, values, task.IsWizardly ? 0 : ' ', ref count);
        return refused ?? Quota.Check(task, Value.Str(text.ToString()));
    }

    // Null when all went well.
    private static Value? AppendCharacters(MooTask task, StringBuilder text, ReadOnlySpan<Value> values, int least, ref int count)
    {
        foreach (ref readonly var value in values)
        {
            if (++count % ValuesPerTick == 0 && !task.Spend(1)) return Value.Failure;
            switch (value.Kind)
            {
                case ValueKind.Int when value.AsInt >= least && value.AsInt <= int.MaxValue && Rune.IsValid((int)value.AsInt):
                    text.Append(new Rune((int)value.AsInt).ToString());
                    break;
                case ValueKind.Str:
                    text.Append(value.AsStr);
                    break;
                case ValueKind.List:
                    if (AppendCharacters(task, text, value.AsList.AsSpan(), least, ref count) is { } refused) return refused;
                    break;
                default:
                    return task.RaiseHere(ErrorCode.E_INVARG, "chr() cannot make a character of {0}", value);
            }
            if (text.Length > task.Limits.MaxStringConcat) break;
        }
        return null;
    }
}
