using System.Text.Json;
using AwsBatch.Cli.Tests.Support;
using AwsBatch.Testing;

namespace AwsBatch.Cli.Tests;

/// <summary>Values nested as deep as a service takes them.</summary>
public sealed class DeepValueTests : IAsyncLifetime
{
    private AwsEndpoint aws = null!;
    private Tool tool = null!;

    public async Task InitializeAsync()
    {
        aws = await AwsEndpoint.StartAsync();
        aws.DynamoDb.CreateTable("items", "id");
        tool = Tool.For(aws);
    }

    public async Task DisposeAsync()
    {
        await aws.DisposeAsync();
        tool.Dispose();
    }

    [Fact]
    public async Task Are_no_failure_in_a_table()
    {
        var put = """{"service":"dynamodb","operation":"PutItem","params":{"TableName":"items","Item":""" + Item("a", depth: 30) + "}}";

        var run = await tool.RunWithInputAsync(put, "run", "--output", "table");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(2, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.EndsWith("  ok\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_in_the_pages_of_an_answer()
    {
        aws.DynamoDb.Put("items", Item("a", depth: 31));
        aws.DynamoDb.Put("items", Item("b", depth: 31));
        var scan = """{"service":"dynamodb","operation":"Scan","params":{"TableName":"items","Limit":1}}""";

        var run = await tool.RunWithInputAsync(scan, "run", "--all-pages");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var record = JsonDocument.Parse(run.Output, new JsonDocumentOptions { MaxDepth = 100 }).RootElement;
        Assert.Equal(2, record.GetProperty("result").GetProperty("Items").GetArrayLength());
    }

    // As JSON each level is two.
    private static string Item(string id, int depth) =>
        $$$"""{"id":{"S":"{{{id}}}"},"deep":{{{string.Concat(Enumerable.Repeat("""{"M":{"deep":""", depth))}}}{"S":"bottom"}{{{new string('}', 2 * depth)}}}}""";
}
