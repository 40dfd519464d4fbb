using System.Text.Json;

namespace AwsBatch.Testing.Services.Json;

internal static class JsonTimestamp
{
    /// <summary>Writes a time as the JSON protocols have it: seconds since 1970, with milliseconds.</summary>
    public static void WriteTimestamp(this Utf8JsonWriter json, string name, DateTimeOffset time) =>
        json.WriteNumber(name, time.ToUnixTimeMilliseconds() / 1000m);
}
