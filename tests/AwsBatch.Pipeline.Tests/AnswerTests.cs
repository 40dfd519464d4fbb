using System.Net;
using AwsBatch.Pipeline.Tests.Answers;
using AwsBatch.Pipeline.Tests.Requests;
using AwsBatch.Pipeline.Tests.Services;
using AwsBatch.Pipeline.Tests.Wire;
using Xunit.Abstractions;

namespace AwsBatch.Pipeline.Tests;

/// <summary>What the lean pipeline makes of an answer is what the SDK's makes of it: the same response or the same exception.</summary>
public sealed class AnswerTests(ITestOutputHelper output)
{
    // In every service one operation meets every refusal; the others meet one each, with the service's errors in turn, and what
    // is not there, which some of them hide.
    private static readonly HashSet<string> Thorough =
    [
        "s3:GetObjectMetadata", "s3:ListObjectsV2", "s3:CopyObject", "ec2:DescribeInstances", "dynamodb:GetItem", "sqs:SendMessage",
        "ssm:GetParameter", "sts:GetCallerIdentity", "kms:Encrypt", "lambda:Invoke",
    ];

    public static TheoryData<string> Services => Service.Names;

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Every_answer_gives_the_same(string name)
    {
        var service = Service.Of(name);
        using var pair = new PipelinePair(service, Target.Aws);
        var codes = ErrorCodes(service);
        List<string> differences = [];
        var count = 0;
        foreach (var operation in service.Operations)
        {
            await pair.LearnAsync(operation, Make(operation));
            foreach (var answer in AnswersTo(operation, codes, count))
            {
                count++;
                var (stock, lean) = await pair.SendAsync(operation, () => Make(operation), answer.Create);
                Assert.True(stock.Sent.Count == lean.Sent.Count, $"{operation.Name}, {answer.Name}: sent {lean.Sent.Count} times");
                var (expected, actual) = (ObjectText.Of(stock.Outcome), ObjectText.Of(lean.Outcome));
                if (expected != actual)
                    differences.Add($"{operation.Name}, {answer.Name}:\n{Difference.Between(expected, actual)}");
            }
        }

        output.WriteLine($"{count} answers to {service.Operations.Count} operations");
        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join("\n", differences.Take(20))}");
    }

    /// <remarks>AWSBATCH_SEED=N runs others.</remarks>
    [Theory]
    [MemberData(nameof(Services))]
    public async Task Any_answer_gives_the_same(string name)
    {
        var seed = Seed.Of(output, usual: 1);
        var service = Service.Of(name);
        using var pair = new PipelinePair(service, Target.Aws);
        var seeds = new Random(seed);
        List<string> differences = [];
        foreach (var operation in service.Operations)
        {
            await pair.LearnAsync(operation, Make(operation));
            var answer = AnswerSets.Damaged(operation, new Random(seeds.Next()));
            var (stock, lean) = await pair.SendAsync(operation, () => Make(operation), answer.Create);
            var (expected, actual) = (ObjectText.Of(stock.Outcome), ObjectText.Of(lean.Outcome));
            if (expected != actual)
                differences.Add($"{operation.Name}, AWSBATCH_SEED={seed}:\n{Difference.Between(expected, actual)}");
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join("\n", differences.Take(20))}");
    }

    [Theory]
    [InlineData("Cache-Control", "No-Cache")]
    [InlineData("ETag", "w/\"1\"")]
    [InlineData("Expires", "SAT, 10 Oct 2026 10:10:10 GMT")]
    [InlineData("Expires", "Sat, 10 OCT 2026 10:10:10 GMT")]
    [InlineData("Expires", "Sat, 10 Oct 2026 1:10:10  GMT")]
    [InlineData("Expires", "Mon, 10 Oct 2026 10:10:10 GMT")]
    public async Task A_header_that_the_platform_writes_otherwise_gives_the_same(string header, string value)
    {
        var service = Service.Of("s3");
        var operation = service.Find("GetObjectMetadata");
        using var pair = new PipelinePair(service, Target.Aws);
        await pair.LearnAsync(operation, Make(operation));

        var (stock, lean) = await pair.SendAsync(
            operation, () => Make(operation), () => new CannedAnswer("", HttpStatusCode.OK, "", (header, value)).Create());

        Assert.Equal(ObjectText.Of(stock.Outcome), ObjectText.Of(lean.Outcome));
    }

    [Fact]
    public async Task A_failed_connection_gives_the_same()
    {
        var service = Service.Of("s3");
        var operation = service.Find("GetObjectMetadata");
        using var pair = new PipelinePair(service, Target.Own);
        await pair.LearnAsync(operation, Make(operation));
        Exception[] failures =
        [
            new HttpRequestException(HttpRequestError.ConnectionError, "refused"),
            new HttpRequestException("broken", new IOException("reset")),
            new TaskCanceledException("timed out", new TimeoutException("timed out")),
            new OperationCanceledException("cancelled"),
            new InvalidOperationException("something else"),
        ];
        foreach (var failure in failures)
        {
            var (stock, lean) = await pair.SendAsync(operation, () => Make(operation), () => throw failure);
            Assert.Equal(ObjectText.Of(stock.Outcome), ObjectText.Of(lean.Outcome));
        }
    }

    private static IEnumerable<CannedAnswer> AnswersTo(Operation operation, List<string> codes, int number)
    {
        if (Thorough.Contains(operation.Name))
        {
            return AnswerSets.Successes(operation)
                .Concat(AnswerSets.Refusals(operation, codes[0]))
                .Concat(codes.Select(code => AnswerSets.Refusal(operation, HttpStatusCode.BadRequest, code)));
        }

        var status = number % 2 == 0 ? HttpStatusCode.BadRequest : HttpStatusCode.ServiceUnavailable;
        return AnswerSets.Successes(operation)
            .Where(static answer => answer.Name is "own body" or "bare body" or "empty" or "broken")
            .Append(AnswerSets.Refusal(operation, status, codes[number % codes.Count]))
            .Append(AnswerSets.Refusal(operation, HttpStatusCode.NotFound, codes[0]));
    }

    private static object Make(Operation operation) => IdempotencyTokens.Fix(RequestFiller.Make(operation.Request, Variant.Full));

    // Every error that the service's model has, and some that none has.
    private static List<string> ErrorCodes(Service service) =>
    [
        "Throttling", "SlowDown", "NoSuchKey", "ExpiredToken", "Unheard", .. service.Operations[0].Request.Assembly.GetTypes()
            .Where(type => type is { IsPublic: true, IsAbstract: false } && type.IsAssignableTo(typeof(Amazon.Runtime.AmazonServiceException)))
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal),
    ];
}
