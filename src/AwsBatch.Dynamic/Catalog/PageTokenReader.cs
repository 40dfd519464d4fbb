using AwsBatch.Dynamic.Shapes;
using AwsBatch.Generators.Services;

namespace AwsBatch.Dynamic.Catalog;

/// <summary>Reads from an operation's request and response how its answers continue.</summary>
internal static class PageTokenReader
{
    public static IReadOnlyList<AwsPageToken> Read(Type request, Type response, PackageShapes shapes)
    {
        HashSet<string> asked = [.. SdkType.Properties(request).Where(static property => property.CanWrite).Select(static property => property.Name)];
        HashSet<string> given = [.. SdkType.Properties(response).Select(static property => property.Name)];
        return [.. PageTokens.Find(asked, given).Select(pair => new AwsPageToken(ApiName(request, pair.Request), ApiName(response, pair.Response)))];

        string ApiName(Type type, string name) => shapes.Structure(type).Members.Find(name)?.Name ?? name;
    }
}
