using AwsBatch.CompilerServices;
using AwsBatch.Telemetry;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Tests.Telemetry;

[Collection(TelemetryCollection.Name)]
public sealed class PerfStatsTests
{
    [Fact]
    public async Task A_snapshot_is_sorted_by_service_and_operation()
    {
        await using var harness = new Harness();
        foreach (var name in new[] { "ListObjects", "GetObject", "headObject", "CopyObject" })
            Measure(harness, name);

        Assert.Equal(
            ["fake:CopyObject", "fake:GetObject", "fake:ListObjects", "fake:headObject"], Stats(harness).Snapshot().Keys);
        Assert.Equal(("fake", "GetObject"), Names(Stats(harness).Snapshot()["fake:GetObject"]));
    }

    [Fact]
    public async Task A_snapshot_does_not_change_any_more()
    {
        await using var harness = new Harness();
        Measure(harness, "Call");
        var before = Stats(harness).Snapshot();

        Measure(harness, "Call");
        Stats(harness).Reset();

        Assert.Equal(1, before["fake:Call"].Count);
    }

    [Fact]
    public async Task An_operation_that_was_never_called_is_left_out()
    {
        await using var harness = new Harness();
        harness.Services.GetRequiredService<AwsBatchTelemetry>().For(Harness.Operation((_, _) => Task.FromResult("")));

        Assert.Empty(Stats(harness).Snapshot());
    }

    [Fact]
    public async Task A_reset_starts_every_operation_from_zero()
    {
        await using var harness = new Harness();
        Measure(harness, "Call");
        Measure(harness, "Other");

        Stats(harness).Reset();
        Measure(harness, "Other");

        Assert.Equal(1, Assert.Single(Stats(harness).Snapshot()).Value.Count);
    }

    [Fact]
    public async Task Two_providers_measure_each_for_itself()
    {
        await using var one = new Harness();
        await using var other = new Harness();
        Measure(one, "Call");

        Assert.Empty(Stats(other).Snapshot());
    }

    [Fact]
    public async Task One_operation_has_one_meter_whatever_becomes_of_its_answer()
    {
        await using var harness = new Harness();
        var telemetry = harness.Services.GetRequiredService<AwsBatchTelemetry>();
        var operation = Harness.Operation((_, _) => Task.FromResult(""));

        var consuming = operation.Consume((_, answer, _) => ValueTask.FromResult(answer.Length));

        Assert.Same(telemetry.For(operation), telemetry.For(consuming));
    }

    [Fact]
    public async Task What_had_no_pool_counts_as_failed_and_has_no_latency()
    {
        await using var harness = new Harness();
        var operation = Harness.Operation((_, _) => Task.FromResult("ok"));
        var nowhere = new BatchTarget { EndpointUrl = "not a url" };

        await harness.Aws.RunAsync([Request(operation), Request(operation).In(nowhere), Request(operation).In(nowhere)]);

        var stats = Stats(harness).Snapshot()["fake:Call"];
        Assert.Equal((3, 2, 1), (stats.Count, stats.Errors, stats.Attempts));
        Assert.Equal(TimeSpan.Zero, stats.Max);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 3)]
    public async Task Equal_requests_of_a_batch_count_each_and_are_one_attempt(bool fails, int errors)
    {
        await using var harness = new Harness();
        var operation = BatchOperation.Create<FakeRequest, string>(
            Harness.Service,
            "Read",
            (_, _, _) => fails ? Task.FromException<string>(new ArgumentException("no such key")) : Task.FromResult("ok"),
            identity: new ByNumber(),
            isReadOnly: true);

        await harness.Batches.BatchAsync(operation, [new(1), new(1), new(1)], null, CancellationToken.None);

        var stats = Stats(harness).Snapshot()["fake:Read"];
        Assert.Equal((3, errors, 2, fails ? 0 : 1), (stats.Count, stats.Errors, stats.Deduplicated, stats.Attempts));
    }

    [Fact]
    public async Task What_a_mixed_stream_had_no_pool_for_counts_too()
    {
        await using var harness = new Harness();
        var operation = Harness.Operation((_, _) => Task.FromResult("ok"));
        var requests = new BatchRequest[] { Request(operation), Request(operation).In(new BatchTarget { EndpointUrl = "not a url" }) };

        await foreach (var _ in harness.Aws.StreamAsync(requests.ToAsyncEnumerable()))
        {
        }

        var stats = Stats(harness).Snapshot()["fake:Call"];
        Assert.Equal((2, 1), (stats.Count, stats.Errors));
    }

    [Fact]
    public async Task What_does_not_exist_counts_under_the_name_it_was_given()
    {
        await using var harness = new Harness();

        await harness.Aws.RunAsync([Unsendable("nowhere", "Nothing")]);

        var stats = Stats(harness).Snapshot()["nowhere:Nothing"];
        Assert.Equal((1, 1, 0), (stats.Count, stats.Errors, stats.Attempts));
    }

    [Fact]
    public async Task Ever_new_names_that_do_not_exist_are_counted_in_bounded_memory()
    {
        await using var harness = new Harness();

        await harness.Aws.RunAsync(Enumerable.Range(0, 3_000).Select(number => Unsendable("nowhere", $"Nothing{number}")));
        await harness.Aws.RunAsync([Request(Harness.Operation((_, _) => Task.FromResult("ok")))]);

        var snapshot = Stats(harness).Snapshot();
        Assert.Equal(2_002, snapshot.Count);
        Assert.Equal((1_000, 1_000), (snapshot["*:*"].Count, snapshot["*:*"].Errors));
        Assert.Equal(1, snapshot["fake:Call"].Count);
    }

    [Fact]
    public void The_numbers_read_as_one_line()
    {
        var stats = new OperationStats
        {
            Service = "s3",
            Operation = "HeadObject",
            Count = 10,
            Errors = 1,
            Deduplicated = 2,
            Attempts = 12,
            Throttles = 3,
            P50 = TimeSpan.FromMilliseconds(1.25),
            P95 = TimeSpan.FromMilliseconds(20),
            P99 = TimeSpan.FromSeconds(1),
            Throughput = 99.6,
            EffectiveConcurrency = 7.54,
        };

        Assert.Equal(
            "s3:HeadObject: 10 requests, 1 failed, 2 deduplicated, 12 attempts, 3 throttled, "
            + "p50 1.3 ms, p95 20.0 ms, p99 1000.0 ms, 100 calls/s at 7.5 in flight",
            stats.ToString());
    }

    private static BatchRequest<FakeRequest, string> Request(BatchOperation<FakeRequest, string> operation) => new(operation, new FakeRequest(0));

    private static BatchRequest<FakeRequest, object> Unsendable(string service, string operation) => new(
        BatchOperation.CreateUnsendable<FakeRequest>(service, operation, new InvalidOperationException("no such operation")), new FakeRequest(0));

    private static IPerfStats Stats(Harness harness) => harness.Services.GetRequiredService<IPerfStats>();

    private static (string Service, string Operation) Names(OperationStats stats) => (stats.Service, stats.Operation);

    private static void Measure(Harness harness, string operation)
    {
        var telemetry = harness.Services.GetRequiredService<AwsBatchTelemetry>();
        var meter = telemetry.For(Harness.Operation((_, _) => Task.FromResult(""), operation));
        meter.AttemptEnded(TimeSpan.FromSeconds(1), null);
        meter.ItemEnded(TimeSpan.FromSeconds(1), 1, null, null);
    }
}
