using System.Globalization;
using System.Net;
using Amazon;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.S3.Model;
using AwsBatch.Pipeline.Tests.Answers;
using AwsBatch.Pipeline.Tests.Services;
using AwsBatch.Pipeline.Tests.Wire;

namespace AwsBatch.Pipeline.Tests;

/// <summary>An error's exception comes from the lean pipeline, unless the SDK's chain makes more of the answer than that.</summary>
// Alone, since the SDK's switch for its logs is one for the process.
[Collection(nameof(ErrorTests))]
public sealed class ErrorTests : IDisposable
{
    private const string Xml = "<Error><Code>NoSuchKey</Code><Message>m</Message><RequestId>r</RequestId></Error>";

    private readonly Service service = Service.Of("s3");
    private readonly PipelinePair pair = new(Service.Of("s3"), Target.Own);

    public void Dispose() => pair.Dispose();

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(503)]
    public Task One_that_is_an_exception_alone_takes_the_short_way(int status) =>
        AssertWayAsync(throughChain: false, "GetObjectMetadata", Head(), (HttpStatusCode)status);

    [Fact]
    public Task One_that_names_another_place_goes_through_the_chain() =>
        AssertWayAsync(throughChain: true, "GetObjectMetadata", Head(), HttpStatusCode.TemporaryRedirect);

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(50, false, false)]
    [InlineData(-50, false, false)]
    [InlineData(120, false, true)]
    [InlineData(-120, false, true)]
    [InlineData(120, true, false)]
    public async Task One_that_shows_another_time_is_for_the_chain_to_note(int secondsAhead, bool isFromCache, bool throughChain)
    {
        // A host of its own: the SDK keeps the difference per endpoint, for the whole process.
        using var alone = new PipelinePair(service, Target.Own with { EndpointUrl = $"http://{Guid.NewGuid():N}.localhost" });
        var head = service.Find("GetObjectMetadata");
        await alone.LearnAsync(head, Head()());
        var date = TimeProvider.System.GetUtcNow().AddSeconds(secondsAhead).ToString("r", CultureInfo.InvariantCulture);
        var answer = new CannedAnswer("", HttpStatusCode.NotFound, "", isFromCache ? [("Date", date), ("Age", "1")] : [("Date", date)]);

        Assert.Equal(throughChain, WentThroughChain(await alone.SendLeanAsync(head, Head()(), answer.Create)));
    }

    [Fact]
    public async Task One_whose_request_has_a_body_takes_the_short_way()
    {
        var invoke = Service.Of("lambda").Find("Invoke");
        using var lambda = new PipelinePair(Service.Of("lambda"), Target.Own);
        await lambda.LearnAsync(invoke, Make());

        var (stock, lean) = await lambda.SendAsync(
            invoke, Make, new CannedAnswer("", HttpStatusCode.TooManyRequests, "{}", ("x-amzn-ErrorType", "TooManyRequestsException")).Create);

        Assert.Equal(ObjectText.Of(stock.Outcome), ObjectText.Of(lean.Outcome));
        Assert.False(WentThroughChain(lean.Outcome));

        static object Make() => new InvokeRequest { FunctionName = "f", Payload = "{}" };
    }

    [Fact]
    public async Task One_that_the_sdk_logs_goes_through_the_chain()
    {
        AWSConfigs.LoggingConfig.LogTo = LoggingOptions.SystemDiagnostics;
        try
        {
            await AssertWayAsync(throughChain: true, "GetObjectMetadata", Head(), HttpStatusCode.NotFound);
        }
        finally
        {
            AWSConfigs.LoggingConfig.LogTo = LoggingOptions.None;
        }
    }

    [Fact]
    public async Task One_that_the_sdk_hides_is_an_empty_response()
    {
        var (stock, lean) = await SendAsync("GetBucketPolicy", () => new GetBucketPolicyRequest { BucketName = "bucket" }, HttpStatusCode.NotFound);

        Assert.Equal(HttpStatusCode.NotFound, Assert.IsType<GetBucketPolicyResponse>(lean).HttpStatusCode);
        Assert.Equal(ObjectText.Of(stock), ObjectText.Of(lean));
    }

    [Fact]
    public async Task Its_headers_are_at_hand()
    {
        var (_, lean) = await SendAsync("GetObjectMetadata", Head(), HttpStatusCode.NotFound, ("x-amz-id-2", "host"), ("x-amz-version-id", "v"));

        var cause = Assert.IsType<HttpErrorResponseException>(Assert.IsAssignableFrom<AmazonServiceException>(lean).InnerException);
        Assert.Equal("v", cause.Response.GetHeaderValue("x-amz-version-id"));
        Assert.Equal(HttpStatusCode.NotFound, cause.Response.StatusCode);
    }

    [Fact]
    public async Task A_body_that_breaks_off_gives_the_same()
    {
        await pair.LearnAsync(service.Find("ListObjectsV2"), new ListObjectsV2Request { BucketName = "bucket" });
        var (stock, lean) = await pair.SendAsync(
            service.Find("ListObjectsV2"),
            static () => new ListObjectsV2Request { BucketName = "bucket" },
            static () => new(HttpStatusCode.Forbidden) { Content = new StreamContent(new Broken()) });

        Assert.Equal(ObjectText.Of(stock.Outcome), ObjectText.Of(lean.Outcome));
    }

    private static Func<object> Head() => static () => new GetObjectMetadataRequest { BucketName = "bucket", Key = "k" };

    private async Task AssertWayAsync(
        bool throughChain, string operation, Func<object> make, HttpStatusCode status, params (string, string)[] headers)
    {
        var (stock, lean) = await SendAsync(operation, make, status, headers);

        Assert.Equal(ObjectText.Of(stock), ObjectText.Of(lean));
        Assert.Equal(throughChain, WentThroughChain(lean));
    }

    private static bool WentThroughChain(object outcome) =>
        Assert.IsAssignableFrom<AmazonServiceException>(outcome).StackTrace!.Contains(nameof(RetryHandler), StringComparison.Ordinal);

    private async Task<(object Stock, object Lean)> SendAsync(
        string name, Func<object> make, HttpStatusCode status, params (string, string)[] headers)
    {
        var operation = service.Find(name);
        await pair.LearnAsync(operation, make());
        var (stock, lean) = await pair.SendAsync(
            operation, make, () => new CannedAnswer("", status, name == "GetObjectMetadata" ? "" : Xml, headers).Create());
        return (stock.Outcome, lean.Outcome);
    }

    /// <summary>A connection that is lost in the middle of a body.</summary>
    private sealed class Broken() : MemoryStream(new byte[100])
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) =>
            throw new HttpIOException(HttpRequestError.ResponseEnded, "ended");
    }
}

/// <summary>Run when no other test does.</summary>
[CollectionDefinition(nameof(ErrorTests), DisableParallelization = true)]
public sealed class ErrorTestsAlone;
