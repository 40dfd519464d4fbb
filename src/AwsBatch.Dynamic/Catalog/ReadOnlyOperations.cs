namespace AwsBatch.Dynamic.Catalog;

/// <summary>
/// Which operations only read. SDK packages do not say it; verbs do, but for what hands out tokens, credentials, addresses
/// or positions, which is new each time.
/// </summary>
internal static class ReadOnlyOperations
{
    private static readonly string[] Verbs = ["Describe", "Get", "List", "Head", "Search", "Query", "Scan", "BatchGet", "TransactGet"];

    private static readonly string[] NewEachTime = ["Token", "Tokens", "Credentials", "Password", "Url", "URL", "ForImport", "AccessDetails", "Iterator"];

    public static bool Contains(string service, string operation, bool isStreaming) =>
        !isStreaming
        && Array.Exists(Verbs, verb => operation.StartsWith(verb, StringComparison.Ordinal))
        && (service == "sqs" && operation == "GetQueueUrl"
            || !Array.Exists(NewEachTime, ending => operation.EndsWith(ending, StringComparison.Ordinal)));
}
