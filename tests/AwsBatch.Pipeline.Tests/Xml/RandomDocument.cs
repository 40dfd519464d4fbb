using System.Text;

namespace AwsBatch.Pipeline.Tests.Xml;

/// <summary>Documents as services write them, and with faults in them.</summary>
internal sealed class RandomDocument(Random random)
{
    private static readonly string[] Names = ["Response", "Name", "name", "item", "a", "b", "c", "RequestId", "requestId", "x-1", "_y.z"];
    private static readonly string[] Spaces = ["", "", "", "\n", "  ", "\n\t "];
    private static readonly string[] Texts =
        ["", "text", "i-1234567890abcdef0", "true", "ü", "日本", "a &amp; b", "&lt;&#65;&#x42;&gt;&quot;&apos;", "&#x1F600;", "]]", " ", "\n ", "&#10;", "x > y"];

    private static readonly string[] Faults =
        ["<", ">", "&", "</a>", "<a>", "<a b='c'>", "<!-- -->", "<![CDATA[x]]>", "<?pi?>", "\r\n", "]]>", "&#0;", "&other;", "<p:q/>", "\u0001", "\uFFFE", "<!DOCTYPE a>"];

    /// <summary>A well-formed one.</summary>
    public string Make()
    {
        var text = new StringBuilder(Any(["", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<?xml version='1.0' encoding='utf-8'?>", "<?xml version=\"1.0\"?>"]));
        text.Append(Any(Spaces));
        Element(text, depth: 0, Any(["", "", " xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"", " xmlns=\"\""]));
        return text.Append(Any(Spaces)).ToString();
    }

    /// <summary>One with a fault, which may not be any where it happens to stand.</summary>
    public string MakeFaulty()
    {
        var text = Make();
        var place = random.Next(text.Length + 1);
        return random.Next(3) switch
        {
            0 => text[..place],
            1 => text[..place] + text[Math.Min(text.Length, place + random.Next(1, 4))..],
            _ => text.Insert(place, Any(Faults)),
        };
    }

    private void Element(StringBuilder text, int depth, string attribute)
    {
        var name = Any(Names);
        if (random.Next(6) == 0)
        {
            text.Append('<').Append(name).Append(attribute).Append("/>");
            return;
        }

        text.Append('<').Append(name).Append(attribute).Append('>').Append(Any(Texts));
        for (var children = depth < 4 ? random.Next(4) : 0; children > 0; children--)
        {
            Element(text, depth + 1, "");
            text.Append(Any(Spaces));
        }

        text.Append("</").Append(name).Append('>');
    }

    private string Any(string[] choices) => choices[random.Next(choices.Length)];
}
