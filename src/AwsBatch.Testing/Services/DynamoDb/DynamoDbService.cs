using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.DynamoDb;

/// <summary>DynamoDB: JSON 1.0.</summary>
internal sealed class DynamoDbService(EmbeddedDynamoDb tables)
    : JsonService<EmbeddedDynamoDb>(tables, "dynamodb", "DynamoDB_20120810.", JsonRpcProtocol.Json10, JsonErrors.Validation, Implemented)
{
    private static readonly JsonOperations<EmbeddedDynamoDb> Implemented = new("dynamodb")
    {
        { "CreateTable", Tables.Create },
        { "DescribeTable", Tables.Describe },
        { "ListTables", Tables.List },
        { "DeleteTable", Tables.Delete },
        { "PutItem", Items.Put },
        { "GetItem", Items.Get },
        { "DeleteItem", Items.Delete },
        { "BatchGetItem", BatchGetItem.Answer },
        { "Query", Query.Answer },
        { "Scan", Scan.Answer },
    };

    public override IProtocol Protocol { get; } = new DynamoDbProtocol();

    public override AwsError Throttled => DynamoDbErrors.ThroughputExceeded;
}
