using AwsBatch.Generators.Services;

namespace AwsBatch.Dynamic.Catalog;

/// <summary>What a service's API calls the operations of its SDK package.</summary>
internal static class OperationNames
{
    // Long replaced, and absent from the SDK; the ones that replaced them are the same requests on the wire.
    private static readonly (string Name, string Of)[] ReplacedInS3 =
    [
        ("GetBucketLifecycle", "GetBucketLifecycleConfiguration"),
        ("PutBucketLifecycle", "PutBucketLifecycleConfiguration"),
    ];

    public static string ApiName(string package, string sdkName) =>
        package == RenamedInS3.Suffix && RenamedInS3.Operations.TryGetValue(sdkName, out var name) ? name : sdkName;

    /// <summary>Further names of a service's operations.</summary>
    public static IReadOnlyList<(string Name, string Of)> Aliases(string package) => package == RenamedInS3.Suffix ? ReplacedInS3 : [];
}
