using System.Text;
using System.Xml;
using Moo.Language.Builtins.Documents;
using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>XML and HTML.</summary>
internal static class DocumentFunctions
{
    /// <summary>Reads XML.</summary>
    /// <remarks>
    /// An element becomes a list: its tag, a list <c>{name, value}</c> for each attribute, then texts and elements. With
    /// <paramref name="type"/> <c>MAP</c> the second place is a map of all attributes. With <c>TYPE_FLYWEIGHT</c> an element becomes a
    /// flyweight with its attributes as slots; its delegate is what <paramref name="tags"/> has under the tag, or else <c>$tag_NAME</c>.
    /// Blanks alone are no text. Document types are refused, so there is nothing to be fetched or blown up.
    /// </remarks>
    /// <example>xml_parse("&lt;a b='1'>x&lt;c/>&lt;/a>") => {"a", {"b", "1"}, "x", {"c"}}</example>
    /// <example>xml_parse("&lt;a b='1'/>", MAP) => {"a", ["b" -> "1"]}</example>
    /// <exception cref="MooError">
    /// E_INVARG for malformed XML, another type, a tag without delegate, or tags without flyweights; E_TYPE for a delegate that is no
    /// object; E_PERM and E_PROPNF for <c>$tag_NAME</c>; E_QUOTA if the result would be too large or too deep.
    /// </exception>
    [Builtin("xml_parse")]
    public static Value XmlParse(MooTask task, string xml, long type = (long)ValueKind.List, MooMap? tags = null)
    {
        var kind = (ValueKind)Math.Clamp(type, 0, byte.MaxValue);
        if (kind is not (ValueKind.List or ValueKind.Map or ValueKind.Flyweight))
            return task.RaiseHere(ErrorCode.E_INVARG, "XML becomes LIST, MAP or TYPE_FLYWEIGHT, not {0}", Value.Int(type));
        if (tags is not null && kind != ValueKind.Flyweight) return task.RaiseHere(ErrorCode.E_INVARG, "tags are for flyweights alone");
        if (!Effort.Take(task, xml.Length * 8L)) return Value.Failure;
        var delegates = new Dictionary<MarkupElement, ObjectId>();
        try
        {
            var result = kind switch
            {
                ValueKind.List => XmlReading.Read(task, xml, _ => default, ToList),
                ValueKind.Map => XmlReading.Read(task, xml, _ => default, ToMap),
                _ => XmlReading.Read(task, xml, FindDelegate, element => ToFlyweight(element, delegates[element])),
            };
            return Quota.Check(task, result);
        }
        catch (XmlException malformed)
        {
            return task.RaiseHere(ErrorCode.E_INVARG, "malformed XML: {0}", Value.Str(malformed.Message));
        }

        // 0 if the element may be read.
        Value FindDelegate(MarkupElement element)
        {
            Value found = default;
            if (tags is not null && !tags.TryGet(Value.Str(element.Name), out found))
                return task.RaiseHere(ErrorCode.E_INVARG, "the tag \"{0}\" is not in the map", Value.Str(element.Name));
            if (tags is null && Property(task, ObjectId.System, "tag_" + element.Name, out found) is { } refused) return refused;
            if (!found.TryObj(out var id))
                return task.RaiseHere(ErrorCode.E_TYPE, "the tag \"{0}\" means no object", Value.Str(element.Name));
            delegates[element] = id;
            return default;
        }
    }

    private static Value ToList(MarkupElement element)
    {
        var parts = new List<Value>(1 + element.Attributes.Count + element.Contents.Count) { Value.Str(element.Name) };
        parts.AddRange(element.Attributes.Select(attribute => Value.List(Value.Str(attribute.Name), Value.Str(attribute.Value))));
        parts.AddRange(element.Contents);
        return Value.List(MooList.FromOwned([.. parts], parts.Count));
    }

    private static Value ToMap(MarkupElement element)
    {
        var attributes = MooMap.Empty;
        foreach (var (name, value) in element.Attributes) attributes = attributes.Set(Value.Str(name), Value.Str(value));
        Value[] parts = [Value.Str(element.Name), Value.Of(attributes), .. element.Contents];
        return Value.List(MooList.FromOwned(parts, parts.Length));
    }

    private static Value ToFlyweight(MarkupElement element, ObjectId holder)
    {
        var slots = MooMap.Empty;
        foreach (var (name, value) in element.Attributes) slots = slots.Set(Value.Of(new MooSymbol(name)), Value.Str(value));
        return Value.Of(new MooFlyweight(holder, slots, MooList.FromOwned([.. element.Contents], element.Contents.Count)));
    }

    // Null when all went well.
    private static Value? Property(MooTask task, ObjectId holder, string name, out Value value)
    {
        value = default;
        if (task.Transaction.Find(holder) is not { } draft) return Permissions.NoObject(task, Value.Obj(holder));
        if (Properties.Find(task.Transaction, draft, name) is not { } place)
            return task.RaiseHere(ErrorCode.E_PROPNF, "{0} has no property \"{1}\"", Value.Obj(holder), Value.Str(name));
        var access = Properties.Access(task.Transaction, draft, place);
        if ((access.Flags & PropertyFlags.Read) == 0 && access.Owner != task.Programmer && !task.IsWizardly)
            return Permissions.Denied(task, "the property \"{0}\" is not readable for {1}", Value.Str(name));
        value = Properties.Read(task.Transaction, draft, place);
        return null;
    }

    /// <summary>Writes lists and flyweights as XML.</summary>
    /// <remarks>
    /// A list holds the tag, then (if the second place is a list or a map) the attributes as <c>{name, value, name, value …}</c> or
    /// <c>[name -> value …]</c>, then texts and elements. A flyweight's tag is what <paramref name="tags"/> has under its delegate, or
    /// else the delegate's <c>.tag</c>; its slots are the attributes.
    /// </remarks>
    /// <example>to_xml({"a", {"b", 1}, "x &amp; y", {"c", {}}}) => "&lt;a b=\"1\">x &amp;amp; y&lt;c />&lt;/a>"</example>
    /// <exception cref="MooError">
    /// E_INVARG for anything that is no element, and for names and characters that cannot stand in XML; E_TYPE for a tag that is no
    /// string; E_PERM and E_PROPNF for <c>.tag</c>; E_QUOTA if the result would be too long.
    /// </exception>
    [Builtin("to_xml")]
    public static Value ToXml(MooTask task, Value root, MooMap? tags = null)
    {
        var xml = new StringBuilder();
        try
        {
            return Write(task, xml, root, tags) ?? Quota.Check(task, Value.Str(xml.ToString()));
        }
        catch (XmlException unfit)
        {
            return task.RaiseHere(ErrorCode.E_INVARG, "this cannot stand in XML: {0}", Value.Str(unfit.Message));
        }
    }

    // Null when all went well.
    private static Value? Write(MooTask task, StringBuilder xml, Value value, MooMap? tags)
    {
        if (!task.Spend(1)) return Value.Failure;
        if (xml.Length > task.Limits.MaxStringConcat) return null;
        var refused = Element(task, value, tags, out var element);
        if (element is null) return refused;
        XmlWriting.Open(xml, element);
        if (element.Contents.Count == 0)
        {
            xml.Append(" />");
            return null;
        }
        xml.Append('>');
        foreach (var content in element.Contents)
        {
            if (content.TryStr(out var text)) XmlWriting.Text(xml, text);
            else if (Write(task, xml, content, tags) is { } inner) return inner;
        }
        XmlWriting.Close(xml, element);
        return null;
    }

    private static Value Element(MooTask task, Value value, MooMap? tags, out MarkupElement? element)
    {
        element = null;
        if (value.Try<MooFlyweight>(out var flyweight))
        {
            Value tag = default;
            if (tags is not null && !tags.TryGet(Value.Obj(flyweight.Delegate), out tag))
                return task.RaiseHere(ErrorCode.E_INVARG, "{0} is not in the map", Value.Obj(flyweight.Delegate));
            if (tags is null && Property(task, flyweight.Delegate, "tag", out tag) is { } refused) return refused;
            if (!tag.TryStr(out var name)) return task.RaiseHere(ErrorCode.E_TYPE, "{0} is no tag", tag);
            return Fill(task, new MarkupElement(name), Pairs(flyweight.Slots), flyweight.Contents.AsSpan(), out element);
        }
        if (!value.TryList(out var list) || list.Count == 0 || Name(list[0]) is not { } listName)
            return task.RaiseHere(ErrorCode.E_INVARG, "an element is a flyweight or a list that begins with a tag, not {0}", value);
        IEnumerable<(Value, Value)> attributes = list.Count < 2 ? [] : list[1].Reference switch
        {
            MooList pairs => Enumerable.Range(0, pairs.Count / 2).Select(i => (pairs[2 * i], pairs[2 * i + 1])),
            MooMap map => Pairs(map),
            _ => [],
        };
        var contents = list.AsSpan()[(list.Count >= 2 && list[1].Reference is MooList or MooMap ? 2 : 1)..];
        return Fill(task, new MarkupElement(listName), attributes, contents, out element);
    }

    private static Value Fill(
        MooTask task, MarkupElement fresh, IEnumerable<(Value, Value)> attributes, ReadOnlySpan<Value> contents, out MarkupElement? element)
    {
        element = null;
        foreach (var (key, value) in attributes)
        {
            if (Name(key) is not { } name) return task.RaiseHere(ErrorCode.E_INVARG, "{0} is no name for an attribute", key);
            if (!value.IsStr && !value.IsInt && !value.IsFloat)
                return task.RaiseHere(ErrorCode.E_INVARG, "the attribute {0} must be a string or a number", key);
            fresh.Attributes.Add((name, value.IsStr ? value.AsStr : ValueText.Of(value)));
        }
        fresh.Contents.AddRange(contents);
        element = fresh;
        return default;
    }

    private static List<(Value, Value)> Pairs(MooMap map)
    {
        var pairs = new List<(Value, Value)>(map.Count);
        foreach (var (key, value) in map) pairs.Add((key, value));
        return pairs;
    }

    private static string? Name(Value value) => value.Reference switch
    {
        string text => text,
        MooSymbol symbol => symbol.Name,
        _ => null,
    };

    /// <summary>Finds the elements with a tag in HTML: a list of maps of their attributes, with their text under <c>"text"</c>.</summary>
    /// <remarks>
    /// <paramref name="attributes"/> says what attributes must be; a <c>*</c> at the start or end of a value stands for anything. HTML as
    /// it is found will do: tags left open, values without quotes. Tag and attribute names ignore case; <c>"*"</c> means any tag.
    /// </remarks>
    /// <example>html_query("&lt;p>see &lt;a href=/x>&lt;b>here&lt;/b>&lt;/a>", "a") => {["href" -> "/x", "text" -> "here"]}</example>
    /// <example>length(html_query("&lt;a href=/x>&lt;a href=/y>", "a", ["href" -> "*y"])) => 1</example>
    /// <exception cref="MooError">
    /// E_TYPE for a tag or attribute that is no string or symbol; E_QUOTA if the result would be too large.
    /// </exception>
    [Builtin("html_query")]
    public static Value HtmlQuery(MooTask task, string html, Value tag, MooMap? attributes = null)
    {
        if (Name(tag) is not { } name)
            return task.RaiseHere(ErrorCode.E_TYPE, "a tag is a string, not {0}", Value.Str(Kinds.Describe(tag)));
        var filter = new List<(string Name, string Wanted)>();
        foreach (var (key, wanted) in attributes ?? MooMap.Empty)
        {
            if (Name(key) is not { } attribute || !wanted.TryStr(out var text))
                return task.RaiseHere(ErrorCode.E_TYPE, "an attribute and what it must be are strings, not {0} and {1}", key, wanted);
            filter.Add((attribute, text));
        }
        if (!Effort.Take(task, html.Length * 8L)) return Value.Failure;
        var scanner = new HtmlScanner(html, name);
        scanner.Scan();
        var found = new List<Value>();
        long bytes = 0;
        foreach (var element in scanner.Found)
        {
            if (!task.Spend(1)) return Value.Failure;
            if (!filter.All(wanted => element.Attributes.TryGetValue(wanted.Name, out var value) && Fits(value, wanted.Wanted))) continue;
            var entries = MooMap.Empty;
            foreach (var (attribute, value) in element.Attributes) entries = entries.Set(Value.Str(attribute), Value.Str(MooText.Repair(value)));
            var inner = MooText.Repair(scanner.Text.ToString(element.TextStart, element.TextEnd - element.TextStart).Trim());
            if (inner.Length > 0) entries = entries.Set(Value.Str("text"), Value.Str(inner));
            found.Add(Value.Of(entries));
            bytes += entries.Bytes;
            if (bytes > task.Limits.MaxListBytes) break;
        }
        return Quota.Check(task, Value.List(MooList.FromOwned([.. found], found.Count)));
    }

    private static bool Fits(string value, string wanted)
    {
        var (isOpenStart, isOpenEnd) = (wanted.StartsWith('*'), wanted.EndsWith('*'));
        return (isOpenStart, isOpenEnd, wanted.Length) switch
        {
            (true, true, > 2) => value.Contains(wanted[1..^1], StringComparison.Ordinal),
            (false, true, > 1) => value.StartsWith(wanted[..^1], StringComparison.Ordinal),
            (true, false, > 1) => value.EndsWith(wanted[1..], StringComparison.Ordinal),
            _ => value == wanted,
        };
    }
}
