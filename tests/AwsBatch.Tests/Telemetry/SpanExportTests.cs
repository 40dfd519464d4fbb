using System.Diagnostics;
using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using AwsBatch.CompilerServices;
using AwsBatch.Telemetry;
using AwsBatch.Tests.Retries;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace AwsBatch.Tests.Telemetry;

[Collection(TelemetryCollection.Name)]
public sealed class SpanExportTests : IDisposable
{
    private static readonly BatchServiceDescriptor S3 = BatchServiceDescriptor.For<IAmazonS3>("s3");

    private static readonly ServiceOperation<HeadBucketRequest, HeadBucketResponse> Operation =
        BatchOperation.Create<HeadBucketRequest, HeadBucketResponse>(
            S3,
            "HeadBucket",
            static (client, request, cancellationToken) => ((IAmazonS3)client).HeadBucketAsync(request, cancellationToken));

    private static readonly BatchTarget Target = new() { Region = "eu-west-1", Profile = "audit" };

    private readonly List<Activity> exported = [];
    private readonly AwsBatchTelemetry telemetry = new(TimeProvider.System);
    private readonly OperationMeter meter;
    private readonly PoolMeter pool;
    private TracerProvider? provider;

    public SpanExportTests()
    {
        meter = telemetry.For(Operation);
        pool = telemetry.Watch(S3, Target, static () => 8, static () => 0);
    }

    public void Dispose()
    {
        provider?.Dispose();
        telemetry.Dispose();
    }

    [Fact]
    public void A_successful_item_is_a_client_span_by_the_conventions()
    {
        Listen();

        var span = telemetry.Tracer.StartItem(meter, pool);
        Assert.Same(span, Activity.Current);
        ItemTracer.EndItem(span, Succeeded());

        var ended = Assert.Single(exported);
        Assert.Equal("S3/HeadBucket", ended.DisplayName);
        Assert.Equal((ActivityKind.Client, ActivityStatusCode.Unset), (ended.Kind, ended.Status));
        Assert.Equal(
            [
                ("aws.request_id", "4442587FB7D0A2F9"), ("awsbatch.attempt.count", 1), ("cloud.region", "eu-west-1"),
                ("http.response.status_code", 200),
                ("rpc.method", "HeadBucket"), ("rpc.service", "S3"), ("rpc.system.name", "aws-api"),
            ],
            TagsOf(ended));
        Assert.Null(Activity.Current);
    }

    [Fact]
    public void A_failed_item_says_its_error_and_nothing_of_its_request()
    {
        Listen();

        ItemTracer.EndItem(telemetry.Tracer.StartItem(meter, pool), Failed(BatchErrorKind.Service, "AccessDenied"));

        var ended = Assert.Single(exported);
        Assert.Equal((ActivityStatusCode.Error, "AccessDenied"), (ended.Status, ended.StatusDescription));
        Assert.Contains(("error.type", "AccessDenied"), TagsOf(ended));
        Assert.Contains(("http.response.status_code", 403), TagsOf(ended));
        Assert.Contains(("aws.request_id", "R2"), TagsOf(ended));
        Assert.DoesNotContain(TagsOf(ended), static tag => $"{tag.Value}".Contains("payroll", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_retry_is_an_event()
    {
        Listen();

        var span = telemetry.Tracer.StartItem(meter, pool);
        ItemTracer.Retrying(span, 1, Failed(BatchErrorKind.Throttled, "SlowDown").Error!, TimeSpan.FromSeconds(1.5));
        ItemTracer.Retrying(span, 2, Failed(BatchErrorKind.Network, "Network").Error!, TimeSpan.FromSeconds(0.05));
        ItemTracer.EndItem(span, Succeeded());

        Assert.Collection(
            Assert.Single(exported).Events,
            static throttle => Assert.Equal(("awsbatch.throttle", 1, "SlowDown", 1.5), Read(throttle)),
            static retry => Assert.Equal(("awsbatch.retry", 2, "Network", 0.05), Read(retry)));
    }

    [Fact]
    public void An_item_is_a_child_of_the_callers_span()
    {
        Listen();
        using var caller = new Activity("caller").Start();

        var span = telemetry.Tracer.StartItem(meter, pool);
        ItemTracer.EndItem(span, Succeeded());

        Assert.Equal(caller.SpanId, Assert.Single(exported).ParentSpanId);
        Assert.Same(caller, Activity.Current);
    }

    [Fact]
    public async Task An_item_that_waits_is_no_parent_of_the_next_one()
    {
        Listen();

        var waiting = await AttemptAsync();
        ItemTracer.EndItem(await AttemptAsync(), Succeeded());
        ItemTracer.Resume(waiting);
        Assert.Same(waiting, Activity.Current);
        ItemTracer.EndItem(waiting, Succeeded());

        Assert.Equal(2, exported.Count);
        Assert.All(exported, static span => Assert.Equal(default, span.ParentSpanId));
        Assert.Null(Activity.Current);

        // What an asynchronous method makes current is so only in it.
        async Task<Activity?> AttemptAsync()
        {
            await Task.CompletedTask;
            return telemetry.Tracer.StartItem(meter, pool);
        }
    }

    [Fact]
    public async Task Each_attempt_of_an_item_is_made_within_its_span()
    {
        Listen();
        await using var harness = new Harness(add: static services => services.AddSingleton(new AwsBatch.Retries.RetryPolicy(static () => 0)));
        var around = new List<Activity?>();
        var operation = Harness.Operation((_, _) =>
        {
            around.Add(Activity.Current);
            return around.Count == 1 ? Task.FromException<string>(StubAnswer.Exception(500)) : Task.FromResult("ok");
        });

        await harness.Batches.BatchAsync(operation, Harness.Requests(1), options: null, CancellationToken.None);

        var span = Assert.Single(exported);
        Assert.Equal([span, span], around);
        Assert.Equal("awsbatch.retry", Assert.Single(span.Events).Name);
        Assert.Contains(("cloud.region", "eu-west-1"), TagsOf(span));
    }

    [Fact]
    public void Without_a_listener_there_is_no_span()
    {
        Assert.Null(telemetry.Tracer.StartItem(meter, pool));
        ItemTracer.Retrying(null, 1, Failed(BatchErrorKind.Throttled, "SlowDown").Error!, TimeSpan.Zero);
        ItemTracer.EndItem(null, Succeeded());
    }

    [Fact]
    public void A_sampler_decides_by_what_is_called()
    {
        Listen(new OnlyService("EC2"));

        ItemTracer.EndItem(telemetry.Tracer.StartItem(meter, pool), Succeeded());

        Assert.Empty(exported);
    }

    [Fact]
    public async Task What_waits_when_its_call_ends_has_ended_too()
    {
        Listen();
        await using var harness = new Harness();
        var throttled = Harness.Operation(
            (_, _) => throw new AmazonServiceException("slow down") { ErrorCode = "Throttling", StatusCode = HttpStatusCode.BadRequest }, "Throttled");
        var gone = Harness.Operation(
            (_, _) => throw new AmazonServiceException("gone") { ErrorCode = "Gone", StatusCode = HttpStatusCode.NotFound }, "Gone");

        // One after the other, by a clock that stands still: the first still waits when the second ends their call.
        await Assert.ThrowsAsync<BatchFailedException>(() => harness.Aws.RunAsync(
            [
                new BatchRequest<FakeRequest, string>(throttled, new FakeRequest(0)),
                new BatchRequest<FakeRequest, string>(gone, new FakeRequest(1)),
            ],
            new BatchOptions { Concurrency = 1, FailFast = true }));

        Assert.Equal(["Canceled", "Gone"], exported.Select(static span => span.StatusDescription).Order());
    }

    private static BatchItem<HeadBucketRequest, HeadBucketResponse> Succeeded() => new(
        Operation,
        0,
        Target,
        new HeadBucketRequest { BucketName = "payroll" },
        new HeadBucketResponse
        {
            HttpStatusCode = HttpStatusCode.OK,
            ResponseMetadata = new ResponseMetadata { RequestId = "4442587FB7D0A2F9" },
        },
        TimeSpan.FromSeconds(1),
        attempts: 1);

    private static BatchItem<HeadBucketRequest, HeadBucketResponse> Failed(BatchErrorKind kind, string code)
    {
        var error = new BatchError(static () => "Bucket = payroll")
        {
            Service = "s3",
            Operation = "HeadBucket",
            Code = code,
            Message = "not authorized on payroll",
            StatusCode = HttpStatusCode.Forbidden,
            RequestId = "R2",
            Kind = kind,
            IsRetryable = false,
            Exception = new AmazonS3Exception("not authorized on payroll"),
        };
        return new(Operation, 0, Target, new HeadBucketRequest { BucketName = "payroll" }, error, TimeSpan.FromSeconds(1), attempts: 1);
    }

    private static List<(string Key, object? Value)> TagsOf(Activity span)
    {
        var tags = new List<(string Key, object? Value)>();
        foreach (var tag in span.EnumerateTagObjects())
            tags.Add((tag.Key, tag.Value));
        tags.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return tags;
    }

    private static (string Name, object? Attempt, object? Error, object? Delay) Read(ActivityEvent retry)
    {
        var tags = retry.Tags.ToDictionary();
        return (retry.Name, tags["awsbatch.attempt"], tags["error.type"], tags["awsbatch.delay"]);
    }

    private void Listen(Sampler? sampler = null) => provider = Sdk.CreateTracerProviderBuilder()
        .AddSource("AwsBatch")
        .SetSampler(sampler ?? new AlwaysOnSampler())
        .AddInMemoryExporter(exported)
        .Build();

    private sealed class OnlyService(string service) : Sampler
    {
        public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
            new(samplingParameters.Tags?.Contains(new("rpc.service", service)) == true
                ? SamplingDecision.RecordAndSample
                : SamplingDecision.Drop);
    }
}
