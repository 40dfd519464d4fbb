using System.Text.Json;

namespace AwsBatch.Dynamic.Tests.Conformance;

/// <summary>What the AWS CLI does not send for want of a member is not sent here either.</summary>
public sealed class RequiredTests
{
    [AwsCliTheory]
    [MemberData(nameof(WireTests.Services), MemberType = typeof(WireTests))]
    public async Task Without_what_the_API_requires_nothing_is_sent(string service)
    {
        var sent = new List<string>();
        foreach (var line in await AwsCli.AskAsync("required", service))
        {
            var operation = line.GetProperty("operation").GetString()!;
            if (AwsServiceCatalog.Default.Find(service)!.Find(operation) is not { } found)
                continue;
            foreach (var path in line.GetProperty("required").EnumerateArray().Select(static path => path.GetString()!))
            {
                if (!IsMissed(service, found, line.GetProperty("params"), path) && !KnownDifferences.Contains(service, operation, $"without {path}"))
                    sent.Add($"{service}\t{operation}\t{path}");
            }
        }

        Assert.True(sent.Count == 0, $"{sent.Count} are sent:\n{string.Join("\n", sent)}");
    }

    // What cannot be bound at all is told first, and taken out so that what is missing shows.
    private static bool IsMissed(string service, AwsOperation operation, JsonElement given, string path)
    {
        var parameters = WireTests.Remove(JsonSerializer.SerializeToNode(given)!, path)!;
        while (Error(service, operation, JsonSerializer.SerializeToElement(parameters)) is { } error)
        {
            if (error.Message.StartsWith($"{path} is missing", StringComparison.OrdinalIgnoreCase))
                return true;
            if (WireTests.Remove(parameters, error.Path) is null)
                return false;
        }

        return false;
    }

    private static InvalidRequestException? Error(string service, AwsOperation operation, JsonElement parameters) => DynamicRequest.FindError(
        DynamicRequest.Create(
            service, operation.Name, parameters, new DynamicRequestOptions { OutputFile = operation.IsStreaming ? "out" : null }));
}
