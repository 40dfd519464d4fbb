using System.Text.Json;

namespace AwsBatch.Dynamic.Tests.Conformance;

/// <summary>The proof that answers are shown whole and by their API names: each member the AWS CLI knows.</summary>
public sealed class OutputTests
{
    public static TheoryData<string> Services => WireTests.Services;

    [AwsCliTheory]
    [MemberData(nameof(Services))]
    public async Task Every_member_of_every_answer_has_the_name_the_AWS_CLI_shows(string service)
    {
        var differences = new List<string>();
        foreach (var line in await AwsCli.AskAsync("outputs", service))
        {
            var name = line.GetProperty("operation").GetString()!;
            if (AwsServiceCatalog.Default.Find(service)!.Find(name) is not { } operation)
                continue;
            var shown = DynamicResponse.ToJson(FullResponse.Of(operation.ResponseType));
            differences.AddRange(Missing(line.GetProperty("members"), shown, "")
                .Where(difference => !KnownDifferences.Contains(service, name, difference))
                .Select(difference => $"{service}\t{name}\t{difference}"));
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join("\n", differences)}");
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void An_answer_that_says_nothing_shows_nothing_but_in_XML_that_its_lists_are_empty(string service)
    {
        foreach (var operation in AwsServiceCatalog.Default.Find(service)!.Operations)
        {
            var shown = DynamicResponse.ToJson(Activator.CreateInstance(operation.ResponseType)!).EnumerateObject()
                .Where(static member => member.Name is not "ContentLength" and not "Metadata")
                .Where(member => !(service is "ec2" or "s3" && member.Value.ValueKind == JsonValueKind.Array && member.Value.GetArrayLength() == 0));
            Assert.True(!shown.Any(), $"{operation.Name}: {string.Join(", ", shown)}");
        }
    }

    // The other way round proves nothing: a package may be newer than the AWS CLI.
    private static IEnumerable<string> Missing(JsonElement members, JsonElement shown, string path)
    {
        shown = Innermost(shown, members);
        if (members.ValueKind != JsonValueKind.Object || shown.ValueKind != JsonValueKind.Object)
            yield break;
        foreach (var member in members.EnumerateObject())
        {
            if (!shown.TryGetProperty(member.Name, out var value))
            {
                yield return $"output {path}{member.Name} is missing";
                continue;
            }

            foreach (var difference in Missing(member.Value, value, $"{path}{member.Name}."))
                yield return difference;
        }
    }

    // What lies in lists, and in maps under their one key.
    private static JsonElement Innermost(JsonElement shown, JsonElement members)
    {
        while (true)
        {
            if (shown.ValueKind == JsonValueKind.Array && shown.GetArrayLength() > 0)
                shown = shown[0];
            else if (shown.ValueKind == JsonValueKind.Object && shown.GetPropertyCount() == 1 && shown.TryGetProperty(FullResponse.Key, out var entry)
                && members.ValueKind == JsonValueKind.Object && !members.TryGetProperty(FullResponse.Key, out _))
                shown = entry;
            else
                return shown;
        }
    }
}
