using System.Xml;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins.Documents;

/// <summary>Reads XML without document types, and so without entities of its own or anything from elsewhere.</summary>
/// <remarks>Goes over the text in one pass with a stack of its own, however deep the elements nest.</remarks>
internal static class XmlReading
{
    private const int NodesPerTick = 8;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = true,
    };

    /// <summary>The value of a document.</summary>
    /// <param name="task">Who pays.</param>
    /// <param name="text">The document.</param>
    /// <param name="begin">Looks at an element when its tag has been read; may refuse it with a failure or an error.</param>
    /// <param name="finish">Makes an element a value when all of it has been read.</param>
    /// <returns>The root element's value, or what <paramref name="begin"/> refused with, or a failure if the task must stop.</returns>
    /// <exception cref="XmlException">The text is no XML, or declares a document type.</exception>
    public static Value Read(MooTask task, string text, Func<MarkupElement, Value> begin, Func<MarkupElement, Value> finish)
    {
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        var open = new Stack<MarkupElement>();
        for (var nodes = 0; reader.Read(); nodes++)
        {
            if (nodes % NodesPerTick == 0 && !task.Spend(1)) return Value.Failure;
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var isEmpty = reader.IsEmptyElement;
                    var element = Open(reader);
                    if (begin(element) is { IsInt: false } refused) return refused;
                    open.Push(element);
                    if (isEmpty && Close(open, finish) is { } alone) return Rest(reader, alone);
                    break;
                case XmlNodeType.EndElement:
                    if (Close(open, finish) is { } root) return Rest(reader, root);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    if (open.TryPeek(out var parent) && !string.IsNullOrWhiteSpace(reader.Value))
                        parent.Contents.Add(Value.Str(MooText.Repair(reader.Value)));
                    break;
            }
        }
        throw new XmlException("there is no element");
    }

    private static MarkupElement Open(XmlReader reader)
    {
        var element = new MarkupElement(reader.LocalName);
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI != "http://www.w3.org/2000/xmlns/")
                element.Attributes.Add((reader.LocalName, MooText.Repair(reader.Value)));
        }
        reader.MoveToElement();
        return element;
    }

    // The root's value when that was closed; null when there is a parent to put the value into.
    private static Value? Close(Stack<MarkupElement> open, Func<MarkupElement, Value> finish)
    {
        var value = finish(open.Pop());
        if (!open.TryPeek(out var parent)) return value;
        parent.Contents.Add(value);
        return null;
    }

    // What stands behind the root must be XML too.
    private static Value Rest(XmlReader reader, Value root)
    {
        while (reader.Read())
        {
        }
        return root;
    }
}
