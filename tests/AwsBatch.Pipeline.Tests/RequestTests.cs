using System.Net;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.S3.Model;
using Amazon.SQS.Model;
using AwsBatch.Pipeline.Tests.Requests;
using AwsBatch.Pipeline.Tests.Services;
using AwsBatch.Pipeline.Tests.Wire;
using Xunit.Abstractions;

namespace AwsBatch.Pipeline.Tests;

/// <summary>
/// What the lean pipeline sends is what the SDK's sends, to the byte: every operation, several requests each. The SDK's
/// goes first, then the lean one at the time that the first was signed.
/// </summary>
public sealed class RequestTests(ITestOutputHelper output)
{
    public static TheoryData<string> Services => Service.Names;

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Every_request_is_the_same(string name)
    {
        var service = Service.Of(name);
        List<string> differences = [];
        List<string> stock = [];
        foreach (var target in new[] { Target.Aws, Target.Own })
        {
            using var pair = new PipelinePair(service, target);
            foreach (var operation in service.Operations)
            {
                var (isLean, outcome) = await pair.LearnAsync(operation, Make(operation, Variant.Full));
                if (!isLean && target == Target.Aws)
                    stock.Add(operation.Name);
                if (outcome is not AmazonServiceException)
                    output.WriteLine($"{operation.Name}: {outcome}");
                foreach (var variant in Enum.GetValues<Variant>())
                    differences.AddRange(await CompareAsync(pair, operation, () => Make(operation, variant), $"{variant}, {target.Name}"));
            }
        }

        output.WriteLine($"{service.Operations.Count - stock.Count} of {service.Operations.Count} operations go the short way; not these:");
        stock.ForEach(output.WriteLine);
        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join("\n", differences.Take(20))}");
        Assert.Equal(StockOperations.Of(name), stock);
    }

    /// <remarks>AWSBATCH_SEED=N runs others.</remarks>
    [Theory]
    [MemberData(nameof(Services))]
    public async Task Any_request_is_the_same(string name)
    {
        var seed = Seed.Of(output, usual: 1);
        var service = Service.Of(name);
        var seeds = new Random(seed);
        var count = 0;
        List<string> differences = [];
        foreach (var target in new[] { Target.Aws, Target.Own })
        {
            using var pair = new PipelinePair(service, target);
            foreach (var operation in service.Operations)
            {
                var ofRequest = seeds.Next();
                // The first of its bucket or table goes through the SDK's chain in any case.
                var (isLean, _) = await pair.LearnAsync(operation, Make());
                count += isLean ? 1 : 0;
                differences.AddRange(await CompareAsync(pair, operation, Make, $"AWSBATCH_SEED={seed}, {target.Name}"));

                object Make() => IdempotencyTokens.Fix(RequestFiller.Make(operation.Request, new RandomValues(ofRequest)));
            }
        }

        output.WriteLine($"{count} of {2 * service.Operations.Count} went the short way");
        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join("\n", differences.Take(20))}");
        Assert.Equal(StockOperations.Of(name).Count < service.Operations.Count, count > 0);
    }

    [Theory]
    [InlineData("/a")]
    [InlineData("//a")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("/")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("./a")]
    [InlineData("../a")]
    [InlineData("a/../b")]
    [InlineData("a/..")]
    [InlineData("a/./b")]
    [InlineData("a.b/-_~")]
    public async Task A_key_that_resembles_a_path_is_the_same(string key)
    {
        var service = Service.Of("s3");
        var operation = service.Find("GetObjectMetadata");
        foreach (var target in new[] { Target.Aws, Target.Own })
        {
            using var pair = new PipelinePair(service, target);
            var (isLean, _) = await pair.LearnAsync(operation, new GetObjectMetadataRequest { BucketName = "bucket", Key = "key" });
            Assert.True(isLean);
            Assert.Empty(await CompareAsync(pair, operation, Make, target.Name));
        }

        object Make() => new GetObjectMetadataRequest { BucketName = "bucket", Key = key };
    }

    [Fact]
    public async Task Metadata_whatever_its_order_and_blanks_is_signed_the_same()
    {
        var service = Service.Of("s3");
        var operation = service.Find("InitiateMultipartUpload");
        using var pair = new PipelinePair(service, Target.Aws);
        var (isLean, _) = await pair.LearnAsync(operation, new InitiateMultipartUploadRequest { BucketName = "bucket", Key = "key" });
        Assert.True(isLean);

        Assert.Empty(await CompareAsync(pair, operation, Make, "metadata"));

        static object Make()
        {
            var request = new InitiateMultipartUploadRequest { BucketName = "bucket", Key = "key" };
            foreach (var (name, value) in new[] { ("ab", " a"), ("a_b", "a "), ("A-B", "a  b"), ("a", "a\tb"), ("aa", " "), ("a~", ""), ("B", "a b") })
                request.Metadata[name] = value;
            return request;
        }
    }

    [Fact]
    public async Task A_stream_that_was_read_in_part_is_sent_the_same()
    {
        var service = Service.Of("lambda");
        var operation = service.Find("Invoke");
        using var pair = new PipelinePair(service, Target.Aws);
        var (isLean, _) = await pair.LearnAsync(operation, Make());
        Assert.True(isLean);

        Assert.Empty(await CompareAsync(pair, operation, Make, "position"));

        static object Make() => new InvokeRequest { FunctionName = "f", PayloadStream = new MemoryStream("  {}"u8.ToArray()) { Position = 2 } };
    }

    [Fact]
    public async Task What_a_library_adds_to_the_user_agent_is_sent_though_the_way_is_known()
    {
        var service = Service.Of("sqs");
        var operation = service.Find("ListQueues");
        using var pair = new PipelinePair(service, Target.Aws);
        var (isLean, _) = await pair.LearnAsync(operation, new ListQueuesRequest());
        Assert.True(isLean);

        Assert.Empty(await CompareAsync(pair, operation, Make, "user agent"));

        static object Make()
        {
            var request = new ListQueuesRequest();
            ((IAmazonWebServiceRequest)request).UserAgentDetails.AddUserAgentComponent("ft/of-a-library");
            return request;
        }
    }

    private static object Make(Operation operation, Variant variant) => IdempotencyTokens.Fix(RequestFiller.Make(operation.Request, variant));

    private static async Task<IEnumerable<string>> CompareAsync(PipelinePair pair, Operation operation, Func<object> make, string what)
    {
        // What does not go the short way is signed by the SDK's own clock, which may be a second on.
        for (var attempt = 1; ; attempt++)
        {
            var (stock, lean) = await pair.SendAsync(operation, make, static () => new(HttpStatusCode.InternalServerError));
            var (expected, actual) = (Text(stock), Text(lean));
            if (expected == actual || (stock.Sent.Any(HasUnsendableHeader) && lean.Sent.Count == 0))
                return [];
            if (attempt == 3)
                return [$"{operation.Name}, {what}:\n{Difference.Between(expected, actual)}"];
        }
    }

    // The recorder takes what no connection does; the lean pipeline refuses it before.
    private static bool HasUnsendableHeader(SentRequest sent) => sent.Headers.Values.Any(static value => value.AsSpan().ContainsAny("\r\n\0"));

    // Whatever cannot be sent ends in the same exception; of a content type that is none, after the SDK has sent what it had by then.
    private static string Text(Exchanged exchanged) => exchanged is { Sent.Count: > 0, Outcome: not FormatException }
        ? string.Join("\n", exchanged.Sent.Select(sent => sent.Text))
        : $"{exchanged.Outcome.GetType()}: {(exchanged.Outcome as Exception)?.Message}";
}
