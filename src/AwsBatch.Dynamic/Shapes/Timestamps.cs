using System.Globalization;
using System.Text.Json;

namespace AwsBatch.Dynamic.Shapes;

/// <summary>Points in time: ISO 8601 or seconds since 1970, both of which the AWS CLI takes; written as it writes them.</summary>
internal static class Timestamps
{
    public const string Expected = "a time in ISO 8601, such as \"2026-01-31T12:00:00Z\", or in seconds since 1970";

    public static readonly JsonValueKind[] Types = [JsonValueKind.Number, JsonValueKind.String];

    // ISO 8601 without marks between, which the platform does not find by itself.
    private const string Basic = "yyyyMMdd'T'HHmmssK";

    private static readonly string[] Written = ["yyyy-MM-dd'T'HH:mm:ss'+00:00'", "yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'"];

    public static bool TryRead(JsonElement json, out DateTime value)
    {
        value = default;
        return json.ValueKind switch
        {
            JsonValueKind.Number => json.TryGetDecimal(out var seconds) && TryFromSeconds(seconds, out value),
            JsonValueKind.String => TryParse(json.GetString()!, out value),
            _ => false,
        };
    }

    /// <summary>A time without an offset is one in UTC.</summary>
    public static bool TryParse(string text, out DateTime value)
    {
        value = default;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            return TryFromSeconds(seconds, out value);
        if (!DateTimeOffset.TryParseExact(text, Basic, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time))
        {
            return false;
        }

        value = time.UtcDateTime;
        return true;
    }

    public static void Write(Utf8JsonWriter writer, DateTime value)
    {
        var time = value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value;
        var fraction = time.Ticks % TimeSpan.TicksPerSecond == 0 ? 0 : 1;
        writer.WriteStringValue(time.ToString(Written[fraction], CultureInfo.InvariantCulture));
    }

    private static bool TryFromSeconds(decimal seconds, out DateTime value)
    {
        value = default;
        if (Math.Abs(seconds) > DateTime.MaxValue.Ticks / TimeSpan.TicksPerSecond)
            return false;
        var ticks = DateTime.UnixEpoch.Ticks + (long)(seconds * TimeSpan.TicksPerSecond);
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks)
            return false;
        value = new DateTime(ticks, DateTimeKind.Utc);
        return true;
    }
}
