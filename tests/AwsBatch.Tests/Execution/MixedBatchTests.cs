using AwsBatch.CompilerServices;
using AwsBatch.Tests.Retries;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Execution;

public sealed class MixedBatchTests : IDisposable
{
    private static readonly BatchServiceDescriptor S3 = BatchServiceDescriptor.For<IFakeService>("s3");

    private readonly Harness harness = new(add: static services => AwsBatchRegistration.AddService(services, S3));

    public void Dispose() => harness.Dispose();

    [Fact]
    public async Task Results_come_by_position_and_by_handle_with_their_types()
    {
        var text = new BatchRequest<FakeRequest, string>(Harness.Operation((_, _) => Task.FromResult("text")), new FakeRequest(1));
        var length = new BatchRequest<FakeRequest, int>(
            Harness.Operation((_, _) => Task.FromResult("twelve chars")).Consume((_, body, _) => ValueTask.FromResult(body.Length)),
            new FakeRequest(2));

        var results = await harness.Aws.RunAsync([text, length]);

        Assert.Equal("text", results.Get(text).Response);
        Assert.Equal(12, results.Get(length).Response);
        Assert.Same(results[1], results.Get(length));
        Assert.Equal(("fake", "Call", 1), (results[1].Service, results[1].Operation, results[1].Index));
    }

    [Fact]
    public async Task The_same_handle_twice_is_refused_by_name()
    {
        var handle = new BatchRequest<FakeRequest, string>(Harness.Operation((_, _) => Task.FromResult("")), new FakeRequest(1));

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => harness.Aws.RunAsync([handle, handle]));

        Assert.Contains("requests[1] is the same handle as requests[0] (fake:Call)", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handle_of_another_batch_has_no_result_here()
    {
        var operation = Harness.Operation((_, _) => Task.FromResult(""));
        var mine = new BatchRequest<FakeRequest, string>(operation, new FakeRequest(1));
        var other = new BatchRequest<FakeRequest, string>(operation, new FakeRequest(1));

        var results = await harness.Aws.RunAsync([mine]);

        Assert.Throws<ArgumentException>(() => results.Get(other));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => results[results.Count]);
        Assert.Throws<ArgumentOutOfRangeException>("index", () => results[-1]);
    }

    [Fact]
    public async Task Each_item_says_where_it_went()
    {
        var operation = Harness.Operation((_, _) => Task.FromResult(""));
        var here = new BatchRequest<FakeRequest, string>(operation, new FakeRequest(1));
        var there = here.In(new BatchTarget { Region = "us-east-2" });

        var results = await harness.Aws.RunAsync([here, there]);

        Assert.Equal(["eu-west-1", "us-east-2"], results.Select(item => item.Target.Region));
    }

    [Fact]
    public async Task A_target_that_cannot_be_resolved_fails_fast_before_anything_is_sent()
    {
        var gate = new Gate();
        var here = new BatchRequest<FakeRequest, string>(Harness.Operation(gate.EnterAsync), new FakeRequest(1));
        var nowhere = new BatchTarget { EndpointUrl = "not a url" };

        var failure = await Assert.ThrowsAsync<BatchFailedException>(
            () => harness.Aws.RunAsync([here, here.In(nowhere), here.In(nowhere)], new BatchOptions { FailFast = true }));

        Assert.Equal(1, Assert.Single(failure.Completed).Index);
        Assert.Equal(0, gate.Arrived);
    }

    [Fact]
    public async Task Only_the_first_request_to_a_bucket_elsewhere_goes_astray()
    {
        var elsewhere = new Dictionary<string, string> { ["x-amz-bucket-region"] = "us-west-2" };
        var operation = BatchOperation.Create<FakeRequest, string>(
            S3,
            "HeadObject",
            (client, _, _) => ((FakeClient)client).Config.RegionEndpoint.SystemName == "us-west-2"
                ? Task.FromResult("here")
                : Task.FromException<string>(StubAnswer.Exception(301, code: null, elsewhere)),
            static (_, parameters) => parameters.Add("Bucket", "elsewhere"));

        var results = await harness.Aws.RunAsync(
            Harness.Requests(3).Select(request => new BatchRequest<FakeRequest, string>(operation, request)), new BatchOptions { Concurrency = 1 });

        Assert.Equal(["here", "here", "here"], results.Select(item => item.Response));
        Assert.Equal([2, 1, 1], results.Select(item => item.Attempts));
    }

    [Theory]
    [InlineData(DedupeMode.Off, 4)]
    [InlineData(DedupeMode.ReadOnly, 2)]
    public async Task The_same_object_goes_to_two_regions_one_after_the_other(DedupeMode dedupe, int sent)
    {
        var gate = new Gate();
        var operation = BatchOperation.Create<FakeRequest, string>(
            Harness.Service, "Read", (_, request, stop) => gate.EnterAsync(request, stop), identity: new ByNumber(), isReadOnly: true);
        var here = new BatchRequest<FakeRequest, string>(operation, new FakeRequest(1));
        var there = here.In(new BatchTarget { Region = "us-east-2" });
        var batch = harness.Aws.RunAsync(
            [here, there, here.In(new BatchTarget()), there.In(there.Target!)], new BatchOptions { Dedupe = dedupe });

        for (var arrived = 1; arrived <= sent; arrived++)
        {
            await gate.ArrivalOfAsync(arrived);
            gate.LetOneGo($"{arrived}");
        }

        var results = await batch;
        Assert.Equal(1, gate.PeakInside);
        Assert.Equal(sent, gate.Arrived);
        Assert.Equal(["eu-west-1", "us-east-2", "eu-west-1", "us-east-2"], results.Select(item => item.Target.Region));
        Assert.Equal(4 - sent, results.Summary.DedupeHits);
    }

    [Fact]
    public async Task An_empty_batch_gives_an_empty_result()
    {
        var results = await harness.Aws.RunAsync([]);

        Assert.Empty(results);
        Assert.Equal(0, results.Summary.Attempts);
    }

    [Fact]
    public async Task A_null_handle_is_refused_by_position() =>
        Assert.Contains(
            "requests[0] is null",
            (await Assert.ThrowsAsync<ArgumentException>(() => harness.Aws.RunAsync([null!]))).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task A_null_request_is_refused_by_position_before_anything_is_sent()
    {
        var gate = new Gate();

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => harness.Batches.BatchAsync(
            Harness.Operation(gate.EnterAsync), [new FakeRequest(0), null!], null, CancellationToken.None));

        Assert.Contains("requests[1] is null", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, gate.Arrived);
    }
}
