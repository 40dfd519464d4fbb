using System.Globalization;
using System.Text;
using Amazon.Runtime;
using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Signing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Testing.Tests.Signing;

/// <summary>The worked examples of AWS's documentation, with its published example key.</summary>
public sealed class DocumentedVectorTests
{
    private const string AccessKey = "AKIAIOSFODNN7EXAMPLE";
    private const string SecretKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string Scope = "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request";

    private static readonly DateTimeOffset Signed = DateTimeOffset.Parse("2013-05-24T00:00:00Z", CultureInfo.InvariantCulture);

    [Fact]
    public void Get_object_with_a_range() => AssertValid(Request(
        "GET",
        "/test.txt",
        "host;range;x-amz-content-sha256;x-amz-date",
        "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
        ("Range", "bytes=0-9"),
        ("x-amz-content-sha256", EmptyHash)));

    [Fact]
    public void Get_bucket_lifecycle() => AssertValid(Request(
        "GET",
        "/?lifecycle",
        "host;x-amz-content-sha256;x-amz-date",
        "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
        ("x-amz-content-sha256", EmptyHash)));

    [Fact]
    public void List_objects_with_a_query_out_of_order() => AssertValid(Request(
        "GET",
        "/?prefix=J&max-keys=2",
        "host;x-amz-content-sha256;x-amz-date",
        "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
        ("x-amz-content-sha256", EmptyHash)));

    [Fact]
    public void Parameters_of_one_name_are_signed_in_the_order_of_their_values()
    {
        var request = new AwsRequest("GET", "/?a=2&a=10&A=3&a=1", new HeaderDictionary(), default);

        Assert.Equal("A=3&a=1&a=10&a=2", CanonicalRequest.Build(request, [], EmptyHash, encodePathTwice: false).Split('\n')[2]);
    }

    [Fact]
    public void Presigned_get()
    {
        var request = new AwsRequest(
            "GET",
            $"/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={Uri.EscapeDataString(Scope)}&X-Amz-Date=20130524T000000Z"
                + "&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
                + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
            new HeaderDictionary { ["Host"] = "examplebucket.s3.amazonaws.com" },
            default);

        AssertValid(request);
        Assert.Equal(SignatureFault.Expired, Verify(request, Signed.AddSeconds(86401)));
        Assert.Equal(SignatureFault.None, Verify(request, Signed.AddMinutes(-15)));
        Assert.Equal(SignatureFault.Skewed, Verify(request, Signed.AddMinutes(-16)));
    }

    [Fact]
    public void Put_in_signed_chunks()
    {
        var content = new string('a', 66560);
        var request = ChunkedPut(content[..65536], content[65536..]);

        AssertValid(request);
        Assert.Equal(content, Encoding.UTF8.GetString(request.Body.Span));
    }

    [Fact]
    public void A_changed_chunk_is_noticed() =>
        Assert.Equal(SignatureFault.Mismatch, Verify(ChunkedPut(new string('a', 65536), new string('b', 1024)), Signed));

    [Theory]
    [InlineData(15, SignatureFault.None)]
    [InlineData(-15, SignatureFault.None)]
    [InlineData(16, SignatureFault.Skewed)]
    [InlineData(-16, SignatureFault.Skewed)]
    public void A_clock_may_be_off_by_fifteen_minutes(int minutes, object fault) =>
        Assert.Equal(
            (SignatureFault)fault,
            Verify(
                Request(
                    "GET",
                    "/?lifecycle",
                    "host;x-amz-content-sha256;x-amz-date",
                    "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
                    ("x-amz-content-sha256", EmptyHash)),
                Signed.AddMinutes(minutes)));

    [Theory]
    [InlineData("AWS4-HMAC-SHA256 Credential=nonsense, SignedHeaders=host, Signature=0")]
    [InlineData("AWS4-HMAC-SHA256 nothing")]
    [InlineData("Basic abc")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, SignedHeaders=range, Signature=0")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130525/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0")]
    public void An_authorization_that_does_not_parse_is_malformed(string authorization)
    {
        var headers = new HeaderDictionary { ["Host"] = "x", ["x-amz-date"] = "20130524T000000Z", ["Authorization"] = authorization };
        Assert.Equal(SignatureFault.Malformed, Verify(new AwsRequest("GET", "/", headers, default), Signed));
    }

    private static AwsRequest ChunkedPut(string first, string second) => Request(
        "PUT",
        "/examplebucket/chunkObject.txt",
        "content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class",
        "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
        host: "s3.amazonaws.com",
        body: $"10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648\r\n{first}\r\n"
            + $"400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497\r\n{second}\r\n"
            + "0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n",
        ("Content-Encoding", "aws-chunked"),
        ("Content-Length", "66824"),
        ("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"),
        ("x-amz-decoded-content-length", "66560"),
        ("x-amz-storage-class", "REDUCED_REDUNDANCY"));

    private static AwsRequest Request(string method, string target, string signedHeaders, string signature, params (string, string)[] headers) =>
        Request(method, target, signedHeaders, signature, "examplebucket.s3.amazonaws.com", "", headers);

    private static AwsRequest Request(
        string method, string target, string signedHeaders, string signature, string host, string body, params (string Name, string Value)[] headers)
    {
        var all = new HeaderDictionary
        {
            ["Host"] = host,
            ["x-amz-date"] = "20130524T000000Z",
            ["Authorization"] = $"AWS4-HMAC-SHA256 Credential={Scope},SignedHeaders={signedHeaders},Signature={signature}",
        };
        foreach (var (name, value) in headers)
            all[name] = value;
        return new AwsRequest(method, target, all, Encoding.UTF8.GetBytes(body));
    }

    private static void AssertValid(AwsRequest request) => Assert.Equal(SignatureFault.None, Verify(request, Signed));

    private static SignatureFault Verify(AwsRequest request, DateTimeOffset now) =>
        Verifier(new FakeTimeProvider(now)).Verify(request, RequestSignature.TryRead(request));

    private static SignatureVerifier Verifier(FakeTimeProvider time)
    {
        var keys = new AccessKeys(time);
        keys.Add(new ImmutableCredentials(AccessKey, SecretKey, token: null));
        return new(keys, time);
    }
}
