using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace AwsBatch.Pipeline.Xml;

/// <summary>Answers in XML: read from the connection at one go, and unmarshalled over <see cref="XmlContext"/>.</summary>
internal static class XmlAnswers
{
    // Of S3, whose context besides looks for an error.
    private const string S3Context = "Amazon.S3.Model.Internal.MarshallTransformations.S3UnmarshallerContext";

    /// <summary>Whether an unmarshaller reads through the SDK's plain contexts, so that another can stand for them.</summary>
    public static bool Suit(ResponseUnmarshaller unmarshaller)
    {
        if (!SdkReaderState.IsKnown || unmarshaller is not XmlResponseUnmarshaller || unmarshaller.HasStreamingProperty)
            return false;

        using var answer = new HttpResponseMessage();
        using var data = new ResponseData(answer);
        using var context = unmarshaller.CreateContext(data, readEntireResponse: false, Stream.Null, new RequestMetrics(), isException: false, null);
        return context.GetType() is var type
            && (type == typeof(XmlUnmarshallerContext) || type == typeof(EC2UnmarshallerContext) || type.FullName == S3Context);
    }

    /// <summary>Reads an answer to its end and unmarshals it.</summary>
    public static async ValueTask<AmazonWebServiceResponse> ReadAsync(IRequestContext context, ResponseData data, Stream stream)
    {
        using var body = await AnswerBody.ReadAsync(stream, data.ContentLength, context.CancellationToken).ConfigureAwait(false);
        return Unmarshall(context, data, body.Bytes);
    }

    private static AmazonWebServiceResponse Unmarshall(IRequestContext context, ResponseData data, ArraySegment<byte> document)
    {
        var reader = XmlContext.OfThread;
        if (!reader.TryOpen(data, document))
            return UnmarshallByStock(context, data, document);

        try
        {
            var response = context.Unmarshaller.UnmarshallResponse(reader);
            if (context.Unmarshaller is EC2ResponseUnmarshaller && !string.IsNullOrEmpty(reader.RequestId))
                response.ResponseMetadata.RequestId = reader.RequestId;
            return response;
        }
        finally
        {
            reader.Close();
        }
    }

    private static AmazonWebServiceResponse UnmarshallByStock(IRequestContext context, ResponseData data, ArraySegment<byte> document)
    {
        using var stream = new MemoryStream(document.Array!, document.Offset, document.Count, writable: false);
        using var reader = context.Unmarshaller.CreateContext(
            data, readEntireResponse: false, stream, context.Metrics, isException: false, context);
        return context.Unmarshaller.UnmarshallResponse(reader);
    }
}
