using AwsBatch.Generators.Services;

namespace AwsBatch.Dynamic.Catalog;

/// <summary>What a service's API calls the operations of its SDK package.</summary>
internal static class OperationNames
{
    public static string ApiName(string package, string sdkName) =>
        package == RenamedInS3.Suffix && RenamedInS3.Operations.TryGetValue(sdkName, out var name) ? name : sdkName;

    /// <summary>What the SDK calls an operation; null if the API has none of that name.</summary>
    public static string? SdkName(string package, string apiName)
    {
        if (package != RenamedInS3.Suffix)
            return apiName;
        foreach (var (sdk, api) in RenamedInS3.Operations)
        {
            if (api == apiName)
                return sdk;
        }

        return RenamedInS3.Operations.ContainsKey(apiName) ? null : apiName;
    }

    /// <summary>Further names of a service's operations, with those they stand for.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Aliases(string package) =>
        package == RenamedInS3.Suffix ? RenamedInS3.Replaced : [];
}
