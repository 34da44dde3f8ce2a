using System.Globalization;
using System.Text;
using Moo.Store.Values;

namespace Moo.Store.Textdump;

/// <summary>Writes lines and values of a textdump in UTF-8.</summary>
internal sealed class DumpOutput(Stream stream, DumpVersion version, DumpReport report) : IDisposable
{
    private readonly StreamWriter _writer = new(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };

    /// <summary>Where in the world the values stand that are written, for notes.</summary>
    public string Place { get; set; } = "";

    public void Line(string text) => _writer.WriteLine(text);

    public void Number(long number) => _writer.WriteLine(number.ToString(CultureInfo.InvariantCulture));

    public void Id(ObjectId id) => Number(id.Number);

    /// <summary>A text on a line of its own; what cannot stand in a line is written as LambdaMOO's binary strings have it.</summary>
    public void Text(string text)
    {
        if (text.AsSpan().IndexOfAny('\n', '\r', '\0') >= 0)
        {
            report.Changed(Place, "a text of several lines: each line's end is written as ~0A");
            text = text.Replace("\r", "~0D", StringComparison.Ordinal).Replace("\n", "~0A", StringComparison.Ordinal).Replace("\0", "~00", StringComparison.Ordinal);
        }
        _writer.WriteLine(text);
    }

    /// <summary>A program, and the line with a dot that ends it.</summary>
    public void Program(string source)
    {
        if (source.Length > 0) _writer.WriteLine(source);
        _writer.WriteLine('.');
    }

    /// <summary>A value.</summary>
    public void Value(Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Int or ValueKind.Obj:
                Number((long)value.Kind);
                Number(value.Bits);
                break;
            case ValueKind.Str:
                WriteText(value.AsStr);
                break;
            case ValueKind.Err:
                WriteError(value.AsErr);
                break;
            case ValueKind.List:
                Number((long)ValueKind.List);
                Number(value.AsList.Count);
                foreach (var element in value.AsList) Value(element);
                break;
            case ValueKind.Clear or ValueKind.Unset:
                Number((long)value.Kind);
                break;
            case ValueKind.Float:
                Number((long)ValueKind.Float);
                Line(FloatText.Exact(value.AsFloat));
                break;
            default:
                WriteNewer(value);
                break;
        }
    }

    private void WriteText(string text)
    {
        Number((long)ValueKind.Str);
        Text(text);
    }

    // LambdaMOO's errors end with E_FLOAT; ToastStunt has three more.
    private void WriteError(MooError error)
    {
        var known = version.HasMaps ? ErrorCode.E_INTRPT.Number : ErrorCode.E_FLOAT.Number;
        if (error.Code.Number < 0 || error.Code.Number > known) report.Lose(Place, $"{error.Code} is unknown to {version}; E_INVARG stands for it");
        else if (error.HasMessage || !error.Value.Is(default)) report.Lose(Place, $"the message of {error.Code}");
        Number((long)ValueKind.Err);
        Number(error.Code.Number >= 0 && error.Code.Number <= known ? error.Code.Number : ErrorCode.E_INVARG.Number);
    }

    private void WriteNewer(Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Bool:
                if (!version.HasAnonymous) report.Changed(Place, "a boolean is written as 1 or 0");
                Number(version == DumpVersion.ToastStunt ? (long)ValueKind.Bool : (long)ValueKind.Int);
                Number(value.Bits);
                break;
            case ValueKind.Map when version.HasMaps:
                Number((long)ValueKind.Map);
                Number(value.AsMap.Count);
                foreach (var (key, content) in value.AsMap)
                {
                    Value(key);
                    Value(content);
                }
                break;
            case ValueKind.Map:
                report.Changed(Place, "a map is written as a list of {key, value}");
                var entries = new List<Value>();
                foreach (var (key, content) in value.AsMap) entries.Add(Values.Value.List(key, content));
                Value(Values.Value.List([.. entries]));
                break;
            case ValueKind.Symbol:
                report.Changed(Place, "a symbol is written as a string");
                WriteText(((MooSymbol)value.Reference!).Name);
                break;
            case ValueKind.Anon or ValueKind.Waif:
                report.Lose(Place, $"{(value.Kind == ValueKind.Waif ? "a WAIF" : "an anonymous object")} has no place in {version}; #-1 stands for it");
                Value(Values.Value.Nothing);
                break;
            default:
                report.Changed(Place, $"a {value.Kind.ToString().ToLowerInvariant()} is written as its literal, in a string");
                WriteText(Literal.Of(value, exactFloats: true));
                break;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
