using System.Runtime.CompilerServices;
using System.Xml;
using Amazon.Runtime.Internal.Transform;

namespace AwsBatch.Pipeline.Xml;

/// <summary>
/// What unmarshallers read of the SDK's context through members that cannot be overridden. They are private fields: an SDK
/// without them is noticed, and its own reader used.
/// </summary>
internal static class SdkReaderState
{
    /// <summary>Whether the fields are there, and are what is read.</summary>
    public static bool IsKnown { get; } = Try();

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "nodeType")]
    public static extern ref XmlNodeType NodeType(XmlUnmarshallerContext context);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "nodeContent")]
    public static extern ref string NodeContent(XmlUnmarshallerContext context);

    private static bool Try()
    {
        try
        {
            using var context = new XmlUnmarshallerContext(Stream.Null, maintainResponseBody: false, responseData: null);
            NodeType(context) = XmlNodeType.Attribute;
            var attribute = context.IsAttribute;
            NodeType(context) = XmlNodeType.Element;
            NodeContent(context) = nameof(NodeContent);
            return attribute && !context.IsAttribute && context.ReadText() == nameof(NodeContent);
        }
        catch (MissingFieldException)
        {
            return false;
        }
    }
}
