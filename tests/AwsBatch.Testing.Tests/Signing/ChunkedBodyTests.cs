using System.Text;
using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Signing;
using Microsoft.AspNetCore.Http;

namespace AwsBatch.Testing.Tests.Signing;

public sealed class ChunkedBodyTests
{
    private const string Timestamp = "20130524T000000Z";
    private const string Trailer = "x-amz-checksum-crc32";

    [Theory]
    [InlineData("3\r\nabc\r\n0\r\n\r\n", 4)]
    [InlineData("3\r\nabc\r\n0\r\n\r\n", 2)]
    [InlineData("3\r\nabcd\r\n0\r\n\r\n", 3)]
    [InlineData("3\r\nabc\r\n", 3)]
    [InlineData("three\r\nabc\r\n0\r\n\r\n", 3)]
    [InlineData("3\r\nabc\r\n0\r\n:nameless\r\n\r\n", 3)]
    public void A_body_that_is_not_what_it_says_is_malformed(string body, int length) =>
        Assert.Equal(SignatureFault.Malformed, AwsChunkedBody.Decode(Request(body, length), signatures: null));

    [Theory]
    [InlineData("", SignatureFault.None)]
    [InlineData("0", SignatureFault.Mismatch)]
    [InlineData(null, SignatureFault.Malformed)]
    public void A_trailer_of_signed_chunks_is_signed_too(string? changed, object fault)
    {
        var scope = new CredentialScope("AKIA", "20130524", "us-east-1", "s3");
        var key = new SigningKeys("secret").For(scope);
        var chunk = StringToSign.Sign(key, StringToSign.OfChunk(Timestamp, scope, "seed", "abc"u8));
        var end = StringToSign.Sign(key, StringToSign.OfChunk(Timestamp, scope, chunk, []));
        var trailer = StringToSign.Sign(key, StringToSign.OfTrailer(Timestamp, scope, end, Trailer + ":AAAA\n"));
        var request = Request(
            $"3;chunk-signature={chunk}\r\nabc\r\n0;chunk-signature={end}\r\n{Trailer}:AAAA\r\n"
            + (changed is null ? "\r\n" : $"x-amz-trailer-signature:{trailer}{changed}\r\n\r\n"),
            length: 3);

        var chain = ChunkSignature.For(
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", new(scope, Timestamp, ["host"], "seed", Expires: null), key);
        Assert.Equal((SignatureFault)fault, AwsChunkedBody.Decode(request, chain));
        Assert.Equal("AAAA", request.Header(Trailer));
    }

    private static AwsRequest Request(string body, int length) => new(
        "PUT", "/bucket/key", new HeaderDictionary { ["x-amz-decoded-content-length"] = $"{length}" }, Encoding.UTF8.GetBytes(body));
}
