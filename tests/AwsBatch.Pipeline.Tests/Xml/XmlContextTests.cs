using System.Globalization;
using System.Net;
using System.Text;
using Amazon.Runtime.Internal.Transform;
using AwsBatch.Pipeline.Xml;
using Xunit.Abstractions;

namespace AwsBatch.Pipeline.Tests.Xml;

/// <summary>A document that is taken is read as the SDK's own context reads it, step by step; any other is left to that one.</summary>
public sealed class XmlContextTests(ITestOutputHelper output)
{
    [Fact]
    public void The_fields_of_the_sdk_are_known() => Assert.True(SdkReaderState.IsKnown);

    [Theory]
    [InlineData("<a/>")]
    [InlineData("<a></a>")]
    [InlineData("<a>text</a>")]
    [InlineData("<a> <b/> text </a>", false)]
    [InlineData("<a>text<b/></a>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response xmlns=\"urn:x\">\n  <Name/>\n  <item>1</item>\n</Response>\n")]
    [InlineData("<a xmlns=\"urn:x\"/>")]
    [InlineData("<a><b xmlns=\"urn:x\">t</b><b>u</b></a>")]
    [InlineData("<a>&quot;1&quot; &lt; &#50; &amp; &#x1F600;</a>")]
    [InlineData("<a>ü 日本 😀 \u0085 \uFFFD</a>")]
    [InlineData("<a>]] ></a>")]
    [InlineData("<a>\n\t</a>")]
    [InlineData("")]
    [InlineData(" ", false)]
    [InlineData("text", false)]
    [InlineData("{\"Version\":\"2012-10-17\"}", false)]
    [InlineData("<a>", false)]
    [InlineData("<a></b>", false)]
    [InlineData("<a></a", false)]
    [InlineData("<a></a ></a>", false)]
    [InlineData("<a/><b/>", false)]
    [InlineData("</a>", false)]
    [InlineData("<1/>", false)]
    [InlineData("<a b=\"c\"/>", false)]
    [InlineData("<a xmlns=\"urn:x\" xmlns:y=\"urn:y\"/>", false)]
    [InlineData("<p:a xmlns:p=\"urn:p\"/>", false)]
    [InlineData("<a><!-- comment --></a>", false)]
    [InlineData("<a><![CDATA[x]]></a>", false)]
    [InlineData("<?pi x?><a/>", false)]
    [InlineData("<!DOCTYPE a><a/>", false)]
    [InlineData("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", false)]
    [InlineData("\uFEFF<a/>", false)]
    [InlineData("<a>x\r\ny</a>", false)]
    [InlineData("<a>]]></a>", false)]
    [InlineData("<a>&other;</a>", false)]
    [InlineData("<a>&#0;</a>", false)]
    [InlineData("<a>&#xD800;</a>", false)]
    [InlineData("<a>&amp</a>", false)]
    [InlineData("<a>\uFFFE</a>", false)]
    [InlineData("<a>\u0001</a>", false)]
    [InlineData("<Error><Code>InternalError</Code></Error>", false)]
    public void A_document_is_taken_or_left(string document, bool isTaken = true)
    {
        Assert.Equal(isTaken, Lean(Encoding.UTF8.GetBytes(document)) is not null);
        AssertSame(Encoding.UTF8.GetBytes(document));
    }

    [Fact]
    public void Text_that_is_no_utf8_is_left() => Assert.Null(Lean([.. "<a>"u8, 0xC3, 0x28, .. "</a>"u8]));

    [Fact]
    public void Documents_made_to_take_long_are_left()
    {
        Assert.Null(Lean(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 65).Concat(Enumerable.Repeat("</a>", 65))))));
        Assert.Null(Lean(Encoding.UTF8.GetBytes($"<a>{string.Concat(Enumerable.Range(0, 5_000).Select(static number => $"<b{number}/>"))}</a>")));
        // And the next is read as ever.
        Assert.NotNull(Lean("<a/>"u8.ToArray()));
    }

    [Fact]
    public void Any_document_that_is_taken_is_read_as_the_sdk_reads_it()
    {
        var seed = Seed.Of(output);
        var documents = new RandomDocument(new Random(seed));
        var taken = 0;
        for (var number = 0; number < 20_000; number++)
        {
            var isFaulty = number % 2 == 1;
            var document = Encoding.UTF8.GetBytes(isFaulty ? documents.MakeFaulty() : documents.Make());
            var isTaken = AssertSame(document);
            Assert.True(isFaulty || isTaken, $"Left, with AWSBATCH_SEED={seed}: {Encoding.UTF8.GetString(document)}");
            taken += isTaken ? 1 : 0;
        }

        output.WriteLine($"{taken} of 20,000 taken");
    }

    [Fact]
    public void An_unmarshaller_that_takes_the_answer_as_it_is_gets_it()
    {
        using var answer = Answer();
        var context = XmlContext.OfThread;
        Assert.True(context.TryOpen(answer, "<a>1</a>"u8.ToArray()));
        Assert.Equal("<a>1</a>", new StreamReader(context.Stream).ReadToEnd());
        context.Close();
    }

    [Fact]
    public void A_short_text_that_comes_again_is_the_same_string()
    {
        var texts = new XmlTexts();
        Assert.Same(texts.Get("STANDARD"u8, hasReferences: false), texts.Get("STANDARD"u8, hasReferences: false));
        Assert.Equal(new string('x', 1_000) + "&", texts.Get(Encoding.UTF8.GetBytes(new string('x', 1_000) + "&amp;"), hasReferences: true));
    }

    /// <returns>Whether the document was taken.</returns>
    private static bool AssertSame(byte[] document)
    {
        if (Lean(document) is not { } lean)
            return false;

        using var answer = Answer();
        using var stock = new XmlUnmarshallerContext(new MemoryStream(document), maintainResponseBody: false, answer);
        var expected = ReadingTrace.Of(stock);
        Assert.True(expected == lean, $"{Encoding.UTF8.GetString(document)}\n{Difference.Between(expected, lean)}");
        return true;
    }

    /// <returns>Null if it is left.</returns>
    private static string? Lean(byte[] document)
    {
        using var answer = Answer();
        var context = XmlContext.OfThread;
        if (!context.TryOpen(answer, document))
            return null;

        var trace = ReadingTrace.Of(context);
        context.Close();
        return trace;
    }

    private static ResponseData Answer() => new(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("x") });
}
