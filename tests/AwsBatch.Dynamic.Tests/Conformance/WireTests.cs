using System.Text.Json;
using System.Text.Json.Nodes;

namespace AwsBatch.Dynamic.Tests.Conformance;

/// <summary>
/// The proof that parameters arrive: each request as the AWS CLI sends it, and as the SDK does when it is made here, mean the
/// same on the wire.
/// </summary>
public sealed class WireTests
{
    public static TheoryData<string> Services => ["dynamodb", "ec2", "kms", "lambda", "s3", "sqs", "ssm", "sso", "sso-oidc", "sts"];

    [AwsCliTheory]
    [MemberData(nameof(Services))]
    public Task Every_member_of_every_operation_arrives_as_the_AWS_CLI_sends_it(string service) => CompareAsync("shapes", service);

    [AwsCliTheory]
    [MemberData(nameof(Services))]
    public Task What_is_empty_zero_or_false_arrives_as_the_AWS_CLI_sends_it(string service) => CompareAsync("blanks", service);

    [AwsCliTheory]
    [MemberData(nameof(Services))]
    public Task Every_example_of_the_AWS_CLIs_own_arrives_as_it_sends_it(string service) => CompareAsync("examples", service);

    private static async Task CompareAsync(string source, string service)
    {
        var compared = await CompareLinesAsync(await AwsCli.AskAsync(source, service));
        Assert.True(source == "examples" || compared > 0);
    }

    internal static async Task<int> CompareLinesAsync(IEnumerable<JsonElement> lines)
    {
        await using var recorder = new WireRecorder();
        var differences = new List<string>();
        var compared = 0;
        foreach (var line in lines)
        {
            var service = line.GetProperty("service").GetString()!;
            var operation = line.GetProperty("operation").GetString()!;
            // The stand-in for Lambda's package has three operations.
            if (!line.TryGetProperty("wire", out var wire) || (service == "lambda" && AwsServiceCatalog.Default.Find(service)!.Find(operation) is null))
                continue;
            foreach (var difference in await CompareAsync(recorder, service, operation, line.GetProperty("params"), WireMessage.Of(wire)))
            {
                if (!KnownDifferences.Contains(service, operation, difference))
                    differences.Add($"{service}\t{operation}\t{line.GetProperty("source").GetString()}\t{difference}");
            }

            compared++;
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differences in {compared} requests:\n{string.Join("\n", differences)}");
        return compared;
    }

    // A member that cannot be bound is one difference, and taken out so that the others show.
    private static async Task<IReadOnlyList<string>> CompareAsync(
        WireRecorder recorder, string service, string operation, JsonElement parameters, WireMessage theirs)
    {
        var differences = new List<string>();
        using var output = new TemporaryFile();
        while (true)
        {
            var streams = AwsServiceCatalog.Default.Find(service)!.Find(operation)?.IsStreaming == true;
            var request = DynamicRequest.Create(
                service, operation, parameters, new DynamicRequestOptions { OutputFile = streams ? output.Path : null });
            if (DynamicRequest.FindError(request) is { } error)
            {
                differences.Add(error.Message);
                if (Remove(JsonSerializer.SerializeToNode(parameters)!, error.Path) is not { } rest)
                    return differences;
                parameters = JsonSerializer.SerializeToElement(rest);
                continue;
            }

            var (ours, failure) = await recorder.SendAsync(request);
            return ours is null ? [.. differences, $"not sent: {failure}"] : [.. differences, .. WireComparison.Differences(ours, theirs)];
        }
    }

    internal static JsonNode? Remove(JsonNode root, string path)
    {
        var parts = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        if (parts[0] != "params" || parts.Length < 2)
            return null;
        var node = root;
        foreach (var part in parts[1..^1])
            node = part[0] == '[' ? node?[int.Parse(part.Trim('[', ']'), System.Globalization.CultureInfo.InvariantCulture)] : node?[part];
        return node is JsonObject parent && parent.Remove(parts[^1]) ? root : null;
    }

    private sealed class TemporaryFile : IDisposable
    {
        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());

        public void Dispose() => File.Delete(Path);
    }
}
