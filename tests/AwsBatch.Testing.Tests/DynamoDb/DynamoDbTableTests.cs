using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using AwsBatch.Testing.Tests.Clients;

namespace AwsBatch.Testing.Tests.DynamoDb;

public sealed class DynamoDbTableTests : IAsyncLifetime, IDisposable
{
    private AwsEndpoint aws = null!;
    private AmazonDynamoDBClient dynamoDb = null!;

    public async Task InitializeAsync()
    {
        aws = await AwsEndpoint.StartAsync();
        dynamoDb = aws.DynamoDb();
    }

    public async Task DisposeAsync() => await aws.DisposeAsync();

    public void Dispose() => dynamoDb.Dispose();

    [Fact]
    public async Task A_table_is_created_described_and_deleted()
    {
        var created = await dynamoDb.CreateTableAsync(Music());
        Assert.Equal(TableStatus.ACTIVE, created.TableDescription.TableStatus);

        var table = (await dynamoDb.DescribeTableAsync("Music")).Table;
        Assert.Equal(("Music", "arn:aws:dynamodb:us-east-1:123456789012:table/Music"), (table.TableName, table.TableArn));
        Assert.Equal(["Artist HASH", "Year RANGE"], table.KeySchema.Select(key => $"{key.AttributeName} {key.KeyType}"));
        Assert.Equal(["Artist S", "Year N"], table.AttributeDefinitions.Select(attribute => $"{attribute.AttributeName} {attribute.AttributeType}"));
        Assert.InRange(table.CreationDateTime!.Value.ToUniversalTime(), DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow.AddMinutes(1));

        Assert.Equal(TableStatus.DELETING, (await dynamoDb.DeleteTableAsync("Music")).TableDescription.TableStatus);
        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => dynamoDb.DescribeTableAsync("Music"));
        Assert.Equal("Requested resource not found: Table: Music not found", error.Message);
    }

    [Theory]
    [InlineData("a:HASH", "a b", "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions")]
    [InlineData("a:HASH b:RANGE", "a", "Some index key attributes are not defined in AttributeDefinitions. Keys: [b]")]
    [InlineData("b:RANGE a:HASH", "a b", "Invalid KeySchema: The first KeySchemaElement is not a HASH key type")]
    [InlineData("a:HASH b:HASH", "a b", "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type")]
    [InlineData("a:HASH a:RANGE", "a", "Both the Hash Key and the Range Key element in the KeySchema have the same name")]
    [InlineData("a:HASH b:RANGE c:RANGE", "a b c", "Member must have length between 1 and 2")]
    [InlineData("a:HASH", "a a", "Cannot have two attributes with the same name")]
    public async Task A_table_has_the_keys_that_it_defines(string keys, string attributes, string refusal)
    {
        var request = new CreateTableRequest
        {
            TableName = "table",
            KeySchema = [.. keys.Split(' ').Select(key => key.Split(':')).Select(key => new KeySchemaElement(key[0], new KeyType(key[1])))],
            AttributeDefinitions = [.. attributes.Split(' ').Select(name => new AttributeDefinition(name, ScalarAttributeType.S))],
        };

        var error = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => dynamoDb.CreateTableAsync(request));

        Assert.Equal("ValidationException", error.ErrorCode);
        Assert.EndsWith(refusal, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_can_be_taken_once()
    {
        await dynamoDb.CreateTableAsync(Music());

        await Assert.ThrowsAsync<ResourceInUseException>(() => dynamoDb.CreateTableAsync(Music()));
        Assert.Throws<ArgumentException>(() => aws.DynamoDb.CreateTable("Music", "id"));
        Assert.Throws<ArgumentException>(() => aws.DynamoDb.CreateTable("a b", "id"));
    }

    [Fact]
    public async Task Tables_are_listed_in_pages()
    {
        foreach (var name in new[] { "ccc", "aaa", "bbb" })
            aws.DynamoDb.CreateTable(name, "id");

        var first = await dynamoDb.ListTablesAsync(new ListTablesRequest { Limit = 2 });
        Assert.Equal(["aaa", "bbb"], first.TableNames);
        var second = await dynamoDb.ListTablesAsync(new ListTablesRequest { ExclusiveStartTableName = first.LastEvaluatedTableName });
        Assert.Equal(["ccc"], second.TableNames);
        Assert.Null(second.LastEvaluatedTableName);
        Assert.Null((await dynamoDb.ListTablesAsync(new ListTablesRequest { Limit = 3 })).LastEvaluatedTableName);
    }

    [Fact]
    public async Task What_is_not_implemented_is_refused_by_its_name()
    {
        aws.DynamoDb.CreateTable("table", "id");

        var operation = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => dynamoDb.DescribeLimitsAsync(new()));
        Assert.Equal("The embedded endpoint does not implement dynamodb:DescribeLimits.", operation.Message);

        var scan = new ScanRequest { TableName = "table", FilterExpression = "a = :a" };
        var member = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => dynamoDb.ScanAsync(scan));
        Assert.Equal("The embedded endpoint does not implement dynamodb:Scan with FilterExpression.", member.Message);
    }

    [Fact]
    public async Task A_target_that_is_no_operation_is_unknown_and_a_body_that_is_no_json_is_not_read()
    {
        using var raw = new SignedClient(aws, "dynamodb");

        using var unknown = await raw.SendAsync(HttpMethod.Post, "/", body: "{}");
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Contains("#UnknownOperationException\"", await unknown.Content.ReadAsStringAsync());

        using var broken = await raw.SendAsync(
            HttpMethod.Post, "/", body: "{oops", change: request => request.Headers.Add("X-Amz-Target", "DynamoDB_20120810.ListTables"));
        Assert.Contains("#SerializationException\"", await broken.Content.ReadAsStringAsync());
    }

    private static CreateTableRequest Music() => new()
    {
        TableName = "Music",
        AttributeDefinitions = [new("Year", ScalarAttributeType.N), new("Artist", ScalarAttributeType.S)],
        KeySchema = [new("Artist", KeyType.HASH), new("Year", KeyType.RANGE)],
        BillingMode = BillingMode.PAY_PER_REQUEST,
    };
}
