using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace AwsBatch.Testing.Tests.DynamoDb;

public sealed partial class DynamoDbItemTests
{
    [Theory]
    [InlineData("id = :id", "1 2 3 30")]
    [InlineData("id = :id AND #at = :two", "2")]
    [InlineData("id = :id AND #at > :two", "3 30")]
    [InlineData("#at <= :two AND id = :id", "1 2")]
    [InlineData("id = :id AND #at BETWEEN :two AND :three", "2 3 30")]
    [InlineData("id=:id and begins_with(#at, :three)", "30")]
    [InlineData("(id = :id AND #at > :two)", "3 30")]
    [InlineData("(id = :id) AND (begins_with(#at, :three))", "30")]
    [InlineData("((id=:id)AND(#at BETWEEN :two AND :three))", "2 3 30")]
    public async Task Query_finds_by_its_key_condition(string condition, string found)
    {
        foreach (var at in new[] { "3", "1", "30", "2" })
        {
            aws.DynamoDb.Put("sorted", $$$"""{"id":{"S":"a"},"at":{"S":"{{{at}}}"}}""");
            aws.DynamoDb.Put("sorted", $$$"""{"id":{"S":"b"},"at":{"S":"{{{at}}}"}}""");
        }
        var query = new QueryRequest
        {
            TableName = "sorted",
            KeyConditionExpression = condition,
            ExpressionAttributeNames = condition.Contains("#at", StringComparison.Ordinal) ? new() { ["#at"] = "at" } : null,
            ExpressionAttributeValues = new[] { (":id", "a"), (":two", "2"), (":three", "30") }
                .Where(value => condition.Contains(value.Item1, StringComparison.Ordinal))
                .ToDictionary(value => value.Item1, value => new AttributeValue(value.Item2)),
        };

        var forward = (await dynamoDb.QueryAsync(query)).Items.ConvertAll(item => item["at"].S);
        Assert.Equal(found.Split(' '), forward);

        query.ScanIndexForward = false;
        query.Limit = 1;
        var backward = new List<string>();
        do
        {
            var page = await dynamoDb.QueryAsync(query);
            backward.AddRange(page.Items.Select(item => item["at"].S));
            query.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (query.ExclusiveStartKey is { Count: > 0 });
        Assert.Equal(Enumerable.Reverse(forward), backward);
    }

    [Theory]
    [InlineData("id = :id AND at > :id AND at < :id")]
    [InlineData("id = :id AND id = :id")]
    public async Task A_key_has_one_condition(string condition)
    {
        var query = new QueryRequest
        {
            TableName = "sorted", KeyConditionExpression = condition, ExpressionAttributeValues = new() { [":id"] = new("a") },
        };
        Assert.Equal("KeyConditionExpressions must only contain one condition per key", await Refusal(() => dynamoDb.QueryAsync(query)));
    }

    [Fact]
    public async Task What_a_key_condition_does_not_use_is_refused()
    {
        var query = new QueryRequest
        {
            TableName = "sorted",
            KeyConditionExpression = "id = :id",
            ExpressionAttributeValues = new() { [":id"] = new("a"), [":old"] = new("b") },
        };
        Assert.Equal("Value provided in ExpressionAttributeValues unused in expressions: keys: {:old}", await Refusal(() => dynamoDb.QueryAsync(query)));

        query.ExpressionAttributeValues.Remove(":old");
        query.ExpressionAttributeNames = new() { ["#id"] = "id" };
        Assert.Equal("Value provided in ExpressionAttributeNames unused in expressions: keys: {#id}", await Refusal(() => dynamoDb.QueryAsync(query)));
    }

    [Fact]
    public async Task A_number_begins_with_nothing()
    {
        await dynamoDb.CreateTableAsync(
            "numbers",
            [new("id", KeyType.HASH), new("at", KeyType.RANGE)],
            [new("id", ScalarAttributeType.S), new("at", ScalarAttributeType.N)],
            new() { ReadCapacityUnits = 1, WriteCapacityUnits = 1 });
        var query = new QueryRequest
        {
            TableName = "numbers",
            KeyConditionExpression = "id = :id AND begins_with(at, :one)",
            ExpressionAttributeValues = new() { [":id"] = new("a"), [":one"] = new() { N = "1" } },
        };

        Assert.EndsWith("operator or function: begins_with, operand type: N", await Refusal(() => dynamoDb.QueryAsync(query)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_range_whose_bounds_are_the_wrong_way_round_is_refused()
    {
        var query = new QueryRequest
        {
            TableName = "sorted",
            KeyConditionExpression = "id = :id AND at BETWEEN :high AND :low",
            ExpressionAttributeValues = new() { [":id"] = new("a"), [":low"] = new("1"), [":high"] = new("2") },
        };

        Assert.Equal(
            "Invalid KeyConditionExpression: The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
            + "lower bound operand: AttributeValue: {S:2}, upper bound operand: AttributeValue: {S:1}",
            await Refusal(() => dynamoDb.QueryAsync(query)));
    }

    [Theory]
    [InlineData("NOTHING", "Member must satisfy enum value set")]
    [InlineData("SPECIFIC_ATTRIBUTES", "Must specify the AttributesToGet or ProjectionExpression")]
    [InlineData("ALL_PROJECTED_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName")]
    public async Task What_cannot_be_selected_is_refused(string select, string refusal) => Assert.Contains(
        refusal, await Refusal(() => dynamoDb.ScanAsync(new ScanRequest { TableName = "single", Select = select })));

    [Fact]
    public async Task A_query_goes_on_only_from_where_it_has_been()
    {
        var query = new QueryRequest
        {
            TableName = "sorted",
            KeyConditionExpression = "id = :id AND at > :at",
            ExpressionAttributeValues = new() { [":id"] = new("a"), [":at"] = new("1") },
        };

        query.ExclusiveStartKey = new() { ["id"] = new("b"), ["at"] = new("2") };
        Assert.Equal(
            "The provided starting key is outside query boundaries based on provided conditions",
            await Refusal(() => dynamoDb.QueryAsync(query)));
        query.ExclusiveStartKey = new() { ["id"] = new("a"), ["at"] = new("0") };
        Assert.Equal("The provided starting key does not match the range key predicate", await Refusal(() => dynamoDb.QueryAsync(query)));
    }

    [Theory]
    [InlineData("other = :id")]
    [InlineData("id = :none")]
    [InlineData("id = :id OR id = :id")]
    [InlineData("#none = :id")]
    [InlineData("(id = :id")]
    [InlineData("id = :id)")]
    [InlineData(")id = :id(")]
    [InlineData("id = :id) AND (at = :id")]
    [InlineData("id = :id AND")]
    [InlineData("id = :idAND at = :id")]
    [InlineData("id = :id AND BEGINS_WITH(at, :id)")]
    public async Task A_key_condition_that_finds_nothing_is_refused(string condition)
    {
        var query = new QueryRequest
        {
            TableName = "sorted", KeyConditionExpression = condition, ExpressionAttributeValues = new() { [":id"] = new("a") },
        };
        Assert.StartsWith("Invalid KeyConditionExpression: ", await Refusal(() => dynamoDb.QueryAsync(query)));
    }
}
