using System.Text.RegularExpressions;

namespace AwsBatch.Testing.Services.Ec2;

/// <summary>How ids look: a prefix and hexadecimal digits, 8 in old ids and 17 in new ones.</summary>
internal static partial class ResourceId
{
    public static bool IsOfImage(string id) => Image().IsMatch(id);

    public static bool IsOfInstance(string id) => Instance().IsMatch(id);

    [GeneratedRegex(@"\Aami-[0-9a-f]{8,17}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Image();

    [GeneratedRegex(@"\Ai-[0-9a-f]{8,17}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Instance();
}
