using AwsBatch.Generators.Services;

namespace AwsBatch.Dynamic.Catalog;

/// <summary>What a service's API calls the operations of its SDK package.</summary>
internal static class OperationNames
{
    public static string ApiName(string package, string sdkName) =>
        package == RenamedInS3.Suffix && RenamedInS3.Operations.TryGetValue(sdkName, out var name) ? name : sdkName;

    /// <summary>Further names of a service's operations, with those they stand for.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Aliases(string package) =>
        package == RenamedInS3.Suffix ? RenamedInS3.Replaced : [];
}
