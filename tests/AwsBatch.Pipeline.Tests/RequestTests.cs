using System.Net;
using Amazon.Runtime;
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
                    differences.AddRange(await CompareAsync(pair, operation, variant, target));
            }
        }

        output.WriteLine($"{service.Operations.Count - stock.Count} of {service.Operations.Count} operations go the short way; not these:");
        stock.ForEach(output.WriteLine);
        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join("\n", differences.Take(20))}");
        Assert.Equal(StockOperations.Of(name), stock);
    }

    private static object Make(Operation operation, Variant variant) => IdempotencyTokens.Fix(RequestFiller.Make(operation.Request, variant));

    private static async Task<IEnumerable<string>> CompareAsync(PipelinePair pair, Operation operation, Variant variant, Target target)
    {
        // What does not go the short way is signed by the SDK's own clock, which may be a second on.
        for (var attempt = 1; ; attempt++)
        {
            var (stock, lean) = await pair.SendAsync(operation, () => Make(operation, variant), static () => new(HttpStatusCode.InternalServerError));
            var (expected, actual) = (Text(stock), Text(lean));
            if (expected == actual)
                return [];
            if (attempt == 3)
                return [$"{operation.Name}, {variant}, {target.Name}:\n{Difference.Between(expected, actual)}"];
        }
    }

    // Whatever cannot be sent ends in the same exception.
    private static string Text(Exchanged exchanged) => exchanged.Sent.Count > 0
        ? string.Join("\n", exchanged.Sent.Select(sent => sent.Text))
        : $"{exchanged.Outcome.GetType()}: {(exchanged.Outcome as Exception)?.Message}";
}
