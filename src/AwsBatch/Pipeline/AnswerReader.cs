using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;
using AwsBatch.Pipeline.Xml;

namespace AwsBatch.Pipeline;

/// <summary>Makes the response of a successful answer, by the SDK's unmarshaller.</summary>
internal static class AnswerReader
{
    public static ValueTask<AmazonWebServiceResponse> ReadAsync(IRequestContext context, Route route, ResponseData data, Stream stream) =>
        (route.HasXmlAnswers ??= XmlAnswers.Suit(context.Unmarshaller)) && data.IsPlain
            ? XmlAnswers.ReadAsync(context, data, stream)
            : ValueTask.FromResult(Read(context, data, stream));

    private static AmazonWebServiceResponse Read(IRequestContext context, ResponseData data, Stream stream)
    {
        // The SDK's readers check this sum too, but do not tell.
        var sum = context.Unmarshaller is JsonResponseUnmarshaller ? data.TakeCrc32() : null;
        var checksum = sum is null ? null : new Crc32Stream(stream, data.ContentLength);
        using var reader = context.Unmarshaller.CreateContext(
            data, readEntireResponse: false, checksum ?? stream, context.Metrics, isException: false, context);
        var response = context.Unmarshaller.UnmarshallResponse(reader);
        if (checksum is not null && checksum.Crc32 != sum)
            throw new IOException("CRC value returned with response does not match the computed CRC value for the returned response body.");
        return response;
    }
}
