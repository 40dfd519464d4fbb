namespace AwsBatch.Generators.Services;

/// <summary>What of the rule of key parameters the names of properties decide, from symbols or at run time.</summary>
internal static class KeyParameterNames
{
    /// <summary>Enough to find the request, few enough for one line.</summary>
    public const int Most = 4;

    private static readonly string[] IdentifierEndings =
        ["Name", "Names", "Id", "Ids", "Arn", "Arns", "Url", "Prefix", "Path"];

    private static readonly string[] SecretParts =
        ["Token", "Secret", "Password", "Credential", "AccessKey", "SSECustomer", "Passphrase", "PrivateKey"];

    // Idempotency, encryption and guards: they differ per call or say nothing about the resource.
    private static readonly string[] Noise =
        ["ClientId", "ClientRequestId", "ExpectedBucketOwner", "MessageDeduplicationId", "RequestId", "SSEKMSKeyId"];

    /// <summary>Whether a name says that its value identifies a resource and may be shown.</summary>
    public static bool IsShowable(string property, bool isS3) =>
        (IdentifierEnding(property) is not null || (isS3 && IsS3Key(property)))
        && !IsSecret(property)
        && !property.StartsWith("Idempotency", StringComparison.Ordinal)
        && Array.IndexOf(Noise, property) < 0;

    /// <summary>Whether a name alone forbids to show its value.</summary>
    public static bool IsSecret(string property) =>
        Array.Exists(SecretParts, part => property.IndexOf(part, StringComparison.OrdinalIgnoreCase) is not -1);

    public static bool IsS3Key(string property) => RenamedInS3.KeyProperties.ContainsKey(property);

    /// <summary>Whether a property names the operation's own resource: of DescribeInstances InstanceIds comes before ImageId.</summary>
    public static bool IsResourceOf(string operation, string property) =>
        IdentifierEnding(property) is { } ending
        && property.Length > ending.Length
        && operation.IndexOf(property.Substring(0, property.Length - ending.Length), StringComparison.Ordinal) is not -1;

    public static string ApiName(string property, bool isS3) =>
        isS3 && RenamedInS3.KeyProperties.TryGetValue(property, out var name) ? name : property;

    private static string? IdentifierEnding(string property) =>
        Array.Find(IdentifierEndings, ending => property.EndsWith(ending, StringComparison.Ordinal));
}
