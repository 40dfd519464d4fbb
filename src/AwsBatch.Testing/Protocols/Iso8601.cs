using System.Globalization;

namespace AwsBatch.Testing.Protocols;

internal static class Iso8601
{
    /// <summary>The timestamp format of XML answers, in UTC with milliseconds.</summary>
    public static string Format(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
