using System.Globalization;
using System.Text;
using Moo.Language.Builtins.Outside;
using Moo.Store.Values;

namespace Moo.Language.Builtins.Http;

/// <summary>Reads an HTTP/1 request or response (RFC 9112) from what has come in so far; bytes stand as characters 0 to 255.</summary>
/// <remarks>Nothing is kept between lines but the text itself, so that a task that reads one can be stored at any time.</remarks>
internal static class HttpMessage
{
    private const int LargestHead = 64 << 10;
    private const int LargestMessage = 1 << 20;

    /// <summary>The message as <c>read_http()</c> returns it; null if more has to come.</summary>
    public static MooMap? Parse(string text, bool isRequest)
    {
        if (text.Length > LargestMessage) return Mistake("TOO_LARGE", "the message is longer than a million bytes");
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return text.Length > LargestHead ? Mistake("HEADER_OVERFLOW", "the header is longer than 65536 bytes") : null;
        var lines = text[..end].Split("\r\n");
        if ((isRequest ? Request(lines[0]) : Response(lines[0])) is not { } message)
            return isRequest ? Mistake("INVALID_METHOD", "this is no request line") : Mistake("INVALID_STATUS", "this is no status line");
        if (Headers(lines.AsSpan(1)) is not { } headers) return Mistake("INVALID_HEADER_TOKEN", "a header has no name");

        var map = message.Set(Value.Str("headers"), Value.Of(headers));
        if (headers.Find("Upgrade") is not null) map = map.Set(Value.Str("upgrade"), Value.Int(1));
        return Body(text[(end + 4)..], headers, out var body) switch
        {
            BodyState.Complete => body.Length == 0 ? map : map.Set(Value.Str("body"), Value.Str(BinaryText.Encode(Encoding.Latin1.GetBytes(body)))),
            BodyState.Broken => Mistake("INVALID_LENGTH", "the length of the body makes no sense"),
            _ => null,
        };
    }

    private static MooMap Mistake(string name, string words) =>
        MooMap.Empty.Set(Value.Str("error"), Value.List(Value.Str(name), Value.Str(words)));

    private static MooMap? Request(string line) => line.Split(' ') is [{ Length: > 0 } method, { Length: > 0 } uri, var version]
        && version.StartsWith("HTTP/1.", StringComparison.Ordinal) && method.All(char.IsAsciiLetter)
        ? MooMap.Empty.Set(Value.Str("method"), Value.Str(method)).Set(Value.Str("uri"), Value.Str(BinaryText.Encode(Encoding.Latin1.GetBytes(uri)))) : null;

    private static MooMap? Response(string line) => line.Split(' ', 3) is [var version, { Length: 3 } code, ..]
        && version.StartsWith("HTTP/1.", StringComparison.Ordinal) && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
        ? MooMap.Empty.Set(Value.Str("status"), Value.Int(status)) : null;

    private static MooMap? Headers(ReadOnlySpan<string> lines)
    {
        var headers = MooMap.Empty;
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || line[0] is ' ' or '\t') return null;
            var (name, value) = (line[..colon].TrimEnd(), BinaryText.Encode(Encoding.Latin1.GetBytes(line[(colon + 1)..].Trim())));
            // RFC 9110, 5.3: several lines of one name are one list.
            if (headers.Find(name) is { } earlier) value = $"{earlier.AsStr}, {value}";
            headers = headers.Set(Value.Str(name), Value.Str(value));
        }
        return headers;
    }

    private enum BodyState
    {
        Incomplete,
        Complete,
        Broken,
    }

    private static BodyState Body(string text, MooMap headers, out string body)
    {
        body = "";
        if (headers.Find("Transfer-Encoding") is { } coding) return coding.AsStr.EndsWith("chunked", StringComparison.OrdinalIgnoreCase) ? Chunks(text, out body) : BodyState.Broken;
        // Without a length a message ends with its header; one that ends with its connection cannot be read this way.
        if (headers.Find("Content-Length") is not { } stated) return BodyState.Complete;
        if (!int.TryParse(stated.AsStr, NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > LargestMessage) return BodyState.Broken;
        if (text.Length < length) return BodyState.Incomplete;
        body = text[..length];
        return BodyState.Complete;
    }

    private static BodyState Chunks(string text, out string body)
    {
        var (at, whole) = (0, new StringBuilder());
        body = "";
        while (true)
        {
            var end = text.IndexOf("\r\n", at, StringComparison.Ordinal);
            if (end < 0) return BodyState.Incomplete;
            var size = text[at..end].Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length is < 0 or > LargestMessage) return BodyState.Broken;
            at = end + 2;
            if (length == 0) break;
            if (text.Length < at + length + 2) return BodyState.Incomplete;
            whole.Append(text, at, length);
            at += length + 2;
        }
        // Trailers end with an empty line; they say nothing that programs ask for.
        if (text.IndexOf("\r\n", at, StringComparison.Ordinal) != at && !text.AsSpan(at).Contains("\r\n\r\n", StringComparison.Ordinal)) return BodyState.Incomplete;
        body = whole.ToString();
        return BodyState.Complete;
    }
}
