namespace AwsBatch.Generators.Services;

/// <summary>On what the endpoints of services depend, by the names the SDK has for it.</summary>
internal static class EndpointNames
{
    /// <summary>Of a request for many items, by table: DynamoDB's rules look at the first.</summary>
    public const string Tables = "RequestItems";

    // Of the client's configuration, its region or its account.
    private static readonly HashSet<string> OfClient = ["Region", "Endpoint", "AccountId", "AccountIdEndpointMode"];

    // Of the request. What follows has no part in any rule of its service.
    private static readonly HashSet<string> OfRequest = ["Bucket", "ResourceArn", "ResourceArnList", "Key", "Prefix", "CopySource"];

    // Where requests have S3's Bucket and DynamoDB's ResourceArn: what is made or copied comes before what it is made of.
    private static readonly string[] Properties =
    [
        "DestinationBucket", "BucketName", "TargetTableName", "TableName", "ResourceArn", "TableArn", "BackupArn", "GlobalTableName",
        "BulkOperationArn", "ExportArn", "ImportArn",
    ];

    /// <summary>Whether a lean pipeline can know what a parameter of endpoint rules is.</summary>
    /// <param name="parameter">Its name.</param>
    /// <param name="isSwitch">Whether it is true or false: the configuration's then, or the same for all requests of an operation.</param>
    public static bool IsKnown(string parameter, bool isSwitch) => isSwitch || OfClient.Contains(parameter) || OfRequest.Contains(parameter);

    /// <summary>Whether a parameter of endpoint rules makes them depend on a request.</summary>
    public static bool DependsOnRequest(string parameter) => parameter is "Bucket" or "ResourceArn";

    /// <summary>The property on which a request's endpoint depends; null if it has none.</summary>
    /// <param name="texts">The request's properties that are strings.</param>
    public static string? Find(ICollection<string> texts) => Array.Find(Properties, texts.Contains);
}
