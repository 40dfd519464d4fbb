using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using AwsBatch.Testing.Tests.Clients;

namespace AwsBatch.Testing.Tests.DynamoDb;

public sealed partial class DynamoDbItemTests : IAsyncLifetime, IDisposable
{
    private AwsEndpoint aws = null!;
    private AmazonDynamoDBClient dynamoDb = null!;

    public async Task InitializeAsync()
    {
        aws = await AwsEndpoint.StartAsync();
        aws.DynamoDb.CreateTable("single", "id");
        aws.DynamoDb.CreateTable("sorted", "id", "at");
        dynamoDb = aws.DynamoDb();
    }

    public async Task DisposeAsync() => await aws.DisposeAsync();

    public void Dispose() => dynamoDb.Dispose();

    [Fact]
    public async Task An_item_is_put_read_replaced_and_deleted()
    {
        var item = new Dictionary<string, AttributeValue>
        {
            ["id"] = new("a"),
            ["n"] = new() { N = "1.5" },
            ["tags"] = new() { SS = ["x", "y"] },
            ["nested"] = new() { M = new() { ["yes"] = new() { BOOL = true } } },
        };
        Assert.Null((await dynamoDb.PutItemAsync("single", item, ReturnValue.ALL_OLD)).Attributes);

        var read = (await dynamoDb.GetItemAsync("single", Key("a"))).Item;
        Assert.Equal("1.5", read["n"].N);
        Assert.Equal(["x", "y"], read["tags"].SS);
        Assert.True(read["nested"].M["yes"].BOOL);

        var replaced = await dynamoDb.PutItemAsync("single", Key("a"), ReturnValue.ALL_OLD);
        Assert.Equal("1.5", replaced.Attributes["n"].N);
        Assert.Equal("""{"id":{"S":"a"}}""", aws.DynamoDb.Get("single", """{"id":{"S":"a"}}"""));

        Assert.Equal(["id"], (await dynamoDb.DeleteItemAsync("single", Key("a"), ReturnValue.ALL_OLD)).Attributes.Keys);
        Assert.Null((await dynamoDb.GetItemAsync("single", Key("a"))).Item);
    }

    [Fact]
    public async Task Keys_are_checked_as_the_service_does()
    {
        Assert.Contains("Missing the key id", await Refusal(() => dynamoDb.PutItemAsync("single", new() { ["x"] = new("y") })));
        Assert.Contains(
            "Type mismatch for key id expected: S actual: N",
            await Refusal(() => dynamoDb.PutItemAsync("single", new() { ["id"] = new() { N = "1" } })));
        Assert.Equal("The provided key element does not match the schema", await Refusal(() => dynamoDb.GetItemAsync("sorted", Key("a"))));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => dynamoDb.GetItemAsync("none", Key("a")));
        Assert.Throws<ArgumentException>(() => aws.DynamoDb.Put("single", """{"x":{"S":"y"}}"""));
        Assert.Throws<ArgumentException>(() => aws.DynamoDb.Get("none", "{}"));
    }

    [Fact]
    public async Task Scan_pages_by_its_limit()
    {
        foreach (var id in new[] { "d", "b", "a", "c" })
            aws.DynamoDb.Put("single", $$$"""{"id":{"S":"{{{id}}}"}}""");

        var pages = new List<string>();
        Dictionary<string, AttributeValue>? start = null;
        do
        {
            var page = await dynamoDb.ScanAsync(new ScanRequest { TableName = "single", Limit = 2, ExclusiveStartKey = start });
            pages.Add(string.Concat(page.Items.Select(item => item["id"].S)));
            Assert.Equal(page.Items.Count, page.Count);
            start = page.LastEvaluatedKey;
        }
        while (start is { Count: > 0 });

        // A page that reached its limit does not know that nothing follows.
        Assert.Equal(["ab", "cd", ""], pages);
    }

    [Fact]
    public async Task Numbers_sort_by_their_size_and_are_the_same_however_written()
    {
        await dynamoDb.CreateTableAsync(
            "numbers",
            [new("id", KeyType.HASH), new("at", KeyType.RANGE)],
            [new("id", ScalarAttributeType.S), new("at", ScalarAttributeType.N)],
            new() { ReadCapacityUnits = 1, WriteCapacityUnits = 1 });
        foreach (var number in new[] { "10", "9", "-1", "9.0" })
            await dynamoDb.PutItemAsync("numbers", new() { ["id"] = new("a"), ["at"] = new() { N = number } });

        var found = await dynamoDb.ScanAsync(new ScanRequest { TableName = "numbers" });
        Assert.Equal(["-1", "9.0", "10"], found.Items.Select(item => item["at"].N));
    }

    [Fact]
    public async Task Numbers_are_told_apart_to_their_last_digit_and_zero_has_no_sign()
    {
        await dynamoDb.CreateTableAsync(
            "exact", [new("id", KeyType.HASH)], [new("id", ScalarAttributeType.N)], new() { ReadCapacityUnits = 1, WriteCapacityUnits = 1 });
        string[] numbers =
        [
            "-12345678901234567890123456789012345678", "-1E+125", "-0", "1E-130", "1E-129", "0.12345678901234567890123456789012345678",
            "0.12345678901234567890123456789012345679", "98765432109876543210987654321098765432", "9.9e125",
        ];
        foreach (var number in numbers)
            await dynamoDb.PutItemAsync("exact", new() { ["id"] = new() { N = number } });

        var sorted = (await dynamoDb.ScanAsync(new ScanRequest { TableName = "exact" })).Items.ConvertAll(item => item["id"].N);
        Assert.Equal([numbers[1], numbers[0], .. numbers[2..]], sorted);
        foreach (var (written, stored) in new[] { ("+0.00", "-0"), ("10e-131", "1E-130"), ("990E+123", "9.9e125") })
            Assert.Equal(stored, (await dynamoDb.GetItemAsync("exact", new() { ["id"] = new() { N = written } })).Item["id"].N);
    }

    [Theory]
    [InlineData("x", "The parameter cannot be converted to a numeric value: x")]
    [InlineData("", "The parameter cannot be converted to a numeric value: ")]
    [InlineData("1.2.3", "The parameter cannot be converted to a numeric value: 1.2.3")]
    [InlineData(".", "The parameter cannot be converted to a numeric value: .")]
    [InlineData("1E126", "Number overflow")]
    [InlineData("1E-131", "Number underflow")]
    [InlineData("123456789012345678901234567890123456789", "Attempting to store more than 38 significant digits in a Number")]
    public async Task What_is_no_number_is_no_key(string number, string refusal)
    {
        await dynamoDb.CreateTableAsync(
            "numbers", [new("id", KeyType.HASH)], [new("id", ScalarAttributeType.N)], new() { ReadCapacityUnits = 1, WriteCapacityUnits = 1 });

        var message = await Refusal(() => dynamoDb.PutItemAsync("numbers", new() { ["id"] = new() { N = number } }));

        Assert.StartsWith(refusal, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_key_is_refused()
    {
        const string Refused = "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: id";
        Assert.Equal(Refused, await Refusal(() => dynamoDb.PutItemAsync("single", Key(""))));
        Assert.Equal(Refused, await Refusal(() => dynamoDb.GetItemAsync("single", Key(""))));
    }

    [Fact]
    public async Task What_is_refused_for_what_it_would_return_is_not_done()
    {
        aws.DynamoDb.Put("single", """{"id":{"S":"there"}}""");

        await Refusal(() => dynamoDb.PutItemAsync("single", Key("new"), ReturnValue.ALL_NEW));
        await Refusal(() => dynamoDb.DeleteItemAsync("single", Key("there"), ReturnValue.ALL_NEW));

        Assert.Null(aws.DynamoDb.Get("single", """{"id":{"S":"new"}}"""));
        Assert.NotNull(aws.DynamoDb.Get("single", """{"id":{"S":"there"}}"""));
    }

    [Theory]
    [InlineData(2048, 1024, null)]
    [InlineData(2049, 1, "Size of hashkey has exceeded the maximum size limit of2048 bytes")]
    [InlineData(1, 1025, "Aggregated size of all range keys has exceeded the size limit of 1024 bytes")]
    public async Task A_key_has_a_largest_size(int partition, int sort, string? refusal)
    {
        Dictionary<string, AttributeValue> key = new() { ["id"] = new(new string('x', partition)), ["at"] = new(new string('x', sort)) };
        if (refusal is null)
            await dynamoDb.PutItemAsync("sorted", key);
        else
            Assert.Equal("One or more parameter values were invalid: " + refusal, await Refusal(() => dynamoDb.PutItemAsync("sorted", key)));
    }

    [Fact]
    public async Task An_item_has_a_largest_size_its_names_included()
    {
        const int Most = 400 * 1024;
        var item = Key("a");
        item["text"] = new(new string('ä', (Most - "id".Length - "a".Length - "text".Length) / 2));
        await dynamoDb.PutItemAsync("single", item);

        item["text"].S += "ä";
        Assert.Equal("Item size has exceeded the maximum allowed size", await Refusal(() => dynamoDb.PutItemAsync("single", item)));
        item["text"] = new() { L = [new() { S = new string('x', Most - 10) }] };
        Assert.Equal("Item size has exceeded the maximum allowed size", await Refusal(() => dynamoDb.PutItemAsync("single", item)));
        item["text"] = new() { B = new MemoryStream(new byte[Most - 7]) };
        await dynamoDb.PutItemAsync("single", item);
    }

    [Fact]
    public async Task Many_items_of_several_tables_are_read_at_once()
    {
        aws.DynamoDb.Put("single", """{"id":{"S":"a"}}""");
        aws.DynamoDb.Put("sorted", """{"id":{"S":"a"},"at":{"S":"1"}}""");
        var request = new BatchGetItemRequest
        {
            RequestItems = new()
            {
                ["single"] = new() { Keys = [Key("a"), Key("missing")] },
                ["sorted"] = new() { Keys = [new() { ["id"] = new("a"), ["at"] = new("1") }] },
            },
        };

        var answer = await dynamoDb.BatchGetItemAsync(request);
        Assert.Equal("a", Assert.Single(answer.Responses["single"])["id"].S);
        Assert.Equal("1", Assert.Single(answer.Responses["sorted"])["at"].S);

        request.RequestItems["single"].Keys.Add(Key("a"));
        Assert.Contains("duplicates", await Refusal(() => dynamoDb.BatchGetItemAsync(request)));
        request.RequestItems["single"].Keys = [.. Enumerable.Range(0, 99).Select(n => Key($"{n}"))];
        Assert.Empty((await dynamoDb.BatchGetItemAsync(request)).Responses["single"]);
        request.RequestItems["single"].Keys.Add(Key("one more"));
        Assert.Contains("Too many items", await Refusal(() => dynamoDb.BatchGetItemAsync(request)));
    }

    [Fact]
    public async Task A_batch_of_nothing_is_refused()
    {
        var request = new BatchGetItemRequest { RequestItems = new() { ["single"] = new() { Keys = [] } } };
        Assert.Equal(
            "1 validation error detected: Value '[]' at 'requestItems.single.member.keys' failed to satisfy constraint: "
            + "Member must have length greater than or equal to 1",
            await Refusal(() => dynamoDb.BatchGetItemAsync(request)));

        request.RequestItems = [];
        Assert.Contains("at 'requestItems'", await Refusal(() => dynamoDb.BatchGetItemAsync(request)));
    }

    [Theory]
    [InlineData("""{"M":{"deep":{"L":[{"S":"x"},{}]}}}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("""{"N":"many"}""", "The parameter cannot be converted to a numeric value: many")]
    [InlineData("""{"L":[{"NS":["1","x"]}]}""", "The parameter cannot be converted to a numeric value: x")]
    [InlineData("""{"SS":[]}""", "One or more parameter values were invalid: An string set  may not be empty")]
    [InlineData("""{"SS":["a","b","a"]}""", "One or more parameter values were invalid: Input collection [a, b, a] contains duplicates.")]
    [InlineData("""{"NS":["1","1.0"]}""", "One or more parameter values were invalid: Input collection [1, 1.0] contains duplicates.")]
    [InlineData("""{"NULL":false}""", "One or more parameter values were invalid: Null attribute value types must have the value of true")]
    [InlineData("""{"SS":[1]}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    public void What_is_no_value_however_deep_is_refused(string value, string refusal)
    {
        var error = Assert.Throws<ArgumentException>(() => aws.DynamoDb.Put("single", $$"""{"id":{"S":"a"},"x":{{value}}}"""));

        Assert.Equal(refusal, error.Message);
        Assert.Null(aws.DynamoDb.Get("single", """{"id":{"S":"a"}}"""));
    }

    [Fact]
    public async Task An_item_is_up_to_32_levels_deep()
    {
        var item = Key("deep");
        item["x"] = Nested(32);
        await dynamoDb.PutItemAsync("single", item);
        var stored = aws.DynamoDb.Get("single", """{"id":{"S":"deep"}}""");
        Assert.Contains("""{"S":"leaf"}""", stored);
        aws.DynamoDb.Put("single", stored!);

        item["x"] = Nested(33);
        Assert.Equal("Nesting Levels have exceeded supported limits", await Refusal(() => dynamoDb.PutItemAsync("single", item)));

        static AttributeValue Nested(int levels) => levels == 0 ? new("leaf") : new() { M = new() { ["m"] = Nested(levels - 1) } };
    }

    private static Dictionary<string, AttributeValue> Key(string id) => new() { ["id"] = new(id) };

    private static async Task<string> Refusal(Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<AmazonDynamoDBException>(call);
        Assert.Equal("ValidationException", error.ErrorCode);
        return error.Message;
    }
}
