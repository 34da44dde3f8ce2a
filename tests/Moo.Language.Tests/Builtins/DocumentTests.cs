using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Builtins;

public sealed class DocumentTests
{
    [Theory]
    [InlineData("xml_parse(\"<a/>\")", "{\"a\"}")]
    [InlineData("xml_parse(\"<?xml version='1.0'?><!-- c --><a> <b>x</b> y &amp; &#65; <![CDATA[<z>]]></a>\")", "{\"a\", {\"b\", \"x\"}, \" y & A \", \"<z>\"}")]
    [InlineData("xml_parse(\"<x:a xmlns:x='u' x:b='1' c='2'/>\")", "{\"a\", {\"b\", \"1\"}, {\"c\", \"2\"}}")]
    [InlineData("xml_parse(\"<a><b/>t</a>\", MAP)", "{\"a\", [], {\"b\", []}, \"t\"}")]
    [InlineData("xml_parse(\"<a k='v'>t<b/></a>\", TYPE_FLYWEIGHT, [\"a\" -> #1, \"b\" -> #2])", "<#1, .k = \"v\", {\"t\", <#2>}>")]
    [InlineData("xml_parse(\"<a>\")", "E_INVARG")]
    [InlineData("xml_parse(\"\")", "E_INVARG")]
    [InlineData("xml_parse(\"<a></b>\")", "E_INVARG")]
    [InlineData("xml_parse(\"<a/><b/>\")", "E_INVARG")]
    [InlineData("xml_parse(\"<a/>x\")", "E_INVARG")]
    [InlineData("xml_parse(\"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>\")", "E_INVARG")]
    [InlineData("xml_parse(\"<a/>\", INT)", "E_INVARG")]
    [InlineData("xml_parse(\"<a/>\", LIST, [])", "E_INVARG")]
    [InlineData("xml_parse(\"<a/>\", TYPE_FLYWEIGHT)", "E_PROPNF")]
    [InlineData("xml_parse(\"<a/>\", TYPE_FLYWEIGHT, [])", "E_INVARG")]
    [InlineData("xml_parse(\"<a/>\", TYPE_FLYWEIGHT, [\"a\" -> 1.5])", "E_TYPE")]
    [InlineData("xml_parse(1)", "E_TYPE")]
    [InlineData("to_xml({\"a\"})", "\"<a />\"")]
    [InlineData("to_xml({'a, ['k -> \"<\\\"\", \"n\" -> 1.5], \"t>\", {\"b\", {}, \"x\"}, {\"c\", \"y\"}})", "\"<a n=\\\"1.5\\\" k=\\\"&lt;&quot;\\\">t&gt;<b>x</b><c>y</c></a>\"")]
    [InlineData("to_xml(<#1, .k = 2, {\"x\"}>, [#1 -> \"t\"])", "\"<t k=\\\"2\\\">x</t>\"")]
    [InlineData("to_xml(xml_parse(\"<a b='1'>x<c>y</c></a>\", MAP))", "\"<a b=\\\"1\\\">x<c>y</c></a>\"")]
    [InlineData("to_xml({})", "E_INVARG")]
    [InlineData("to_xml(\"a\")", "E_INVARG")]
    [InlineData("to_xml({1})", "E_INVARG")]
    [InlineData("to_xml({\"a b\"})", "E_INVARG")]
    [InlineData("to_xml({\"\"})", "E_INVARG")]
    [InlineData("to_xml({\"a\", {\"k\", {}}})", "E_INVARG")]
    [InlineData("to_xml({\"a\", {1, 2}})", "E_INVARG")]
    [InlineData("to_xml({\"a\", {}, \"\\x01\"})", "E_INVARG")]
    [InlineData("to_xml(<#1>)", "E_PROPNF")]
    [InlineData("to_xml(<#1>, [#1 -> 5])", "E_TYPE")]
    [InlineData("html_query(\"<A HREF='/x?a=1&amp;b=2' data-x>Link &eacute;</A>\", \"a\")", "{[\"data-x\" -> \"\", \"href\" -> \"/x?a=1&b=2\", \"text\" -> \"Link é\"]}")]
    [InlineData("html_query(\"<ul><li>one<li>two</ul>\", \"li\")", "{[\"text\" -> \"one\"], [\"text\" -> \"two\"]}")]
    [InlineData("html_query(\"<p>a<script>b<p></script>c<!-- <p>d -->\", 'p)", "{[\"text\" -> \"ac\"]}")]
    [InlineData("html_query(\"<img src=a.png/><img src='b'>\", \"img\", [\"src\" -> \"*.png\"])", "{}")]
    [InlineData("html_query(\"<img src=a.png><img src='b'>\", \"img\", ['src -> \"a*\"])", "{[\"src\" -> \"a.png\"]}")]
    [InlineData("html_query(\"<a x=12345>\", \"a\", [\"x\" -> \"*234*\"])", "{[\"x\" -> \"12345\"]}")]
    [InlineData("html_query(\"<b>x<i>y\", \"*\")", "{[\"text\" -> \"xy\"], [\"text\" -> \"y\"]}")]
    [InlineData("html_query(\"a < b <3 </nosuch> <a\", \"a\")", "{[]}")]
    [InlineData("html_query(\"\", \"a\")", "{}")]
    [InlineData("html_query(\"<a>\", 1)", "E_TYPE")]
    [InlineData("html_query(\"<a>\", \"a\", [\"x\" -> 1])", "E_TYPE")]
    public void A_document_is_read_or_written(string expression, string expected)
    {
        using var moo = new TestMoo();

        Assert.Equal(expected, moo.Eval($"`{expression} ! ANY'"));
    }

    [Fact]
    public void What_nests_too_deep_is_refused()
    {
        using var moo = new TestMoo();

        Assert.Equal("E_QUOTA", moo.Run("""
            s = "<a>";
            for i in [1..13] s = s + s; endfor
            e = strsub(s, "<a>", "</a>");
            return `xml_parse(s + e) ! ANY';
            """).ToString());
        Assert.Equal("8192", moo.Run("""
            s = "<div>";
            for i in [1..13] s = s + s; endfor
            return length(html_query(s, "div"));
            """).ToString());
    }

    [Fact]
    public void Random_markup_never_fails()
    {
        const string signs = "<<<>>/=\"'!-ab &;?";
        using var moo = new TestMoo();
        var random = new Random(3);
        for (var round = 0; round < 300; round++)
        {
            var html = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => signs[random.Next(signs.Length)])]).Replace("\"", "\\\"");

            Assert.StartsWith("{", moo.Eval($"html_query(\"{html}\", \"*\")"));
            Assert.Matches("^({.*|E_INVARG)", moo.Eval($"`xml_parse(\"{html}\") ! ANY'"));
        }
    }
}
