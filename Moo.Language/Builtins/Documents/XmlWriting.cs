using System.Text;
using System.Xml;

namespace Moo.Language.Builtins.Documents;

/// <summary>Writes XML, with everything escaped that has to be.</summary>
internal static class XmlWriting
{
    /// <summary>Opens an element: <c>&lt;name a="b"</c>, without its end.</summary>
    /// <exception cref="XmlException">A name or a character cannot stand in XML.</exception>
    public static void Open(StringBuilder xml, MarkupElement element)
    {
        xml.Append('<').Append(Name(element.Name));
        foreach (var (name, value) in element.Attributes)
        {
            xml.Append(' ').Append(Name(name)).Append("=\"");
            Text(xml, value);
            xml.Append('"');
        }
    }

    private static string Name(string name) => name.Length > 0 ? XmlConvert.VerifyName(name) : throw new XmlException("a name is empty");

    /// <summary>Closes an element that has contents.</summary>
    public static void Close(StringBuilder xml, MarkupElement element) => xml.Append("</").Append(element.Name).Append('>');

    /// <summary>Adds text.</summary>
    /// <exception cref="XmlException">A character cannot stand in XML.</exception>
    public static void Text(StringBuilder xml, string text)
    {
        foreach (var c in XmlConvert.VerifyXmlChars(text))
        {
            switch (c)
            {
                case '&':
                    xml.Append("&amp;");
                    break;
                case '<':
                    xml.Append("&lt;");
                    break;
                case '>':
                    xml.Append("&gt;");
                    break;
                case '"':
                    xml.Append("&quot;");
                    break;
                default:
                    xml.Append(c);
                    break;
            }
        }
    }
}
