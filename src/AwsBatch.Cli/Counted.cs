using System.Globalization;

namespace AwsBatch.Cli;

/// <summary>How many there are of something: 1 request, 2 requests.</summary>
internal static class Counted
{
    public static string Of(long count, string one) => string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");
}
