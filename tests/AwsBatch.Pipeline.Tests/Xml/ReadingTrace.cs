using System.Text;
using System.Xml;
using Amazon.Runtime.Internal.Transform;

namespace AwsBatch.Pipeline.Tests.Xml;

/// <summary>All that an unmarshaller can see of a document while it reads it.</summary>
internal static class ReadingTrace
{
    private static readonly string[] Expressions = [".", "item", "Name", "name/item", "a/b/c", "/", "@xmlns", "Response/Name"];

    public static string Of(XmlUnmarshallerContext context)
    {
        var text = new StringBuilder();
        try
        {
            // On after the end: some unmarshallers ask once more.
            for (var further = 2; further > 0;)
            {
                Write(text, context);
                if (!context.Read())
                    further--;
            }

            Write(text, context);
        }
        catch (XmlException exception)
        {
            text.Append(exception.Message);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, XmlUnmarshallerContext context)
    {
        text.Append(context.CurrentPath).Append(' ').Append(context.CurrentDepth);
        text.Append(context.IsStartOfDocument ? " first" : "").Append(context.IsStartElement ? " start" : "");
        text.Append(context.IsEndElement ? " end" : "").Append(context.IsAttribute ? " attribute" : $" '{context.ReadText()}'");
        foreach (var expression in Expressions)
        {
            text.Append(context.TestExpression(expression) ? $" ~{expression}" : "");
            for (var depth = 0; depth < 4; depth++)
                text.Append(context.TestExpression(expression, depth) ? $" {depth}:{expression}" : "");
        }

        text.Append('\n');
    }
}
