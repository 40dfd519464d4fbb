using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Specification;

/// <summary>Pages whose token is a map, not a string.</summary>
public sealed class DynamoDbPages(World world) : IClassFixture<World>
{
    private const string Table = "pages";

    [Scenario]
    public async Task All_items_of_a_table_come_in_pages_by_its_keys()
    {
        var tables = world.Services.GetRequiredService<ITables>();
        await tables.CreateTableAsync(new CreateTableRequest
        {
            TableName = Table,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [new("id", ScalarAttributeType.S), new("part", ScalarAttributeType.N)],
            KeySchema = [new("id", KeyType.HASH), new("part", KeyType.RANGE)],
        });
        var puts = await tables.PutItemBatchAsync(Enumerable.Range(0, 10).Select(number => new PutItemRequest
        {
            TableName = Table,
            Item = new() { ["id"] = new AttributeValue(number % 2 == 0 ? "even" : "odd"), ["part"] = new AttributeValue { N = $"{number}" } },
        }));
        Assert.Empty(puts.Failed.Select(item => item.Error?.ToString()));

        var pages = await tables.QueryPagesAsync([Query("even"), Query("odd")]).ToListAsync();

        Assert.All(pages.GroupBy(page => page.Index), request => Assert.Equal([0, 1, 2], request.Select(page => page.Page)));
        Assert.All(pages, page => Assert.Null(page.Request.ExclusiveStartKey));
        Assert.Equal(
            Enumerable.Range(0, 10).Select(number => $"{number}"),
            pages.SelectMany(page => page.EnsureSuccess().Items).Select(item => item["part"].N).Order(StringComparer.Ordinal));
    }

    private static QueryRequest Query(string id) => new()
    {
        TableName = Table,
        KeyConditionExpression = "id = :id",
        ExpressionAttributeValues = new() { [":id"] = new AttributeValue(id) },
        Limit = 2,
    };
}

[BatchService("dynamodb", "CreateTable", "PutItem", "Query", "Scan", "BatchGetItem")]
public partial interface ITables;
