using System.Buffers;
using Amazon.Runtime;

namespace AwsBatch.Clients;

/// <summary>The system names of regions. New ones and those of private clouds are as good as those the SDK knows.</summary>
internal static class Regions
{
    // What the SDK takes: a region is a part of host names.
    private const int LongestLabel = 63;

    private static readonly SearchValues<char> LabelCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>That of the environment, the default profile or the machine; null if there is none.</summary>
    public static string? OfEnvironment => FallbackRegionFactory.GetRegionEndpoint()?.SystemName;

    /// <exception cref="AwsBatchConfigurationException">It cannot be a region.</exception>
    public static string Checked(string name) => Array.TrueForAll(name.Split('.'), IsLabel)
        ? name
        : throw new AwsBatchConfigurationException(
            $"Region '{name}' is not the system name of a region, such as eu-west-1: it may hold letters, digits and hyphens between them. "
            + "It comes from BatchTarget.Region or AwsBatchOptions.Region, the configuration key AwsBatch:Region, AWS_REGION, or 'region' in the profile.");

    private static bool IsLabel(string text) =>
        text.Length is > 0 and <= LongestLabel
        && text[0] != '-'
        && text[^1] != '-'
        && !text.AsSpan().ContainsAnyExcept(LabelCharacters);
}
