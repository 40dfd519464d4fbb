using System.Globalization;
using System.Text.Json;
using AwsBatch.Retries;

namespace AwsBatch.Tests.Retries.Conformance;

/// <summary>AWS's public cases for the correction of a wrong clock.</summary>
public sealed class ClockSkewTests
{
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly JsonElement Document = ConformanceCase.Document("clock-skew.json");

    public static TheoryData<string> Measurements => [.. Names("measure")];

    public static TheoryData<string> Explanations => [.. Names("explains")];

    [Theory]
    [MemberData(nameof(Measurements))]
    public void The_difference_is_measured_as_aws_says(string name)
    {
        var one = Case("measure", name);
        var sent = At(one, "sent");
        var received = At(one, "received");
        var headers = new Dictionary<string, string>();
        if (one.GetProperty("date").GetString() is { } date)
            headers["Date"] = TimeSpan.TryParse(date, CultureInfo.InvariantCulture, out var time) ? Http(Day + time) : date;
        if (one.TryGetProperty("age", out var age))
            headers["Age"] = age.GetString()!;

        var skew = ClockSkew.Measure(new ErrorAnswer(StubAnswer.Exception(403, headers: headers)).Date, received, received - sent);

        var expected = one.GetProperty("skewSeconds");
        Assert.Equal(expected.ValueKind == JsonValueKind.Null ? null : expected.GetDouble(), skew?.TotalSeconds);
    }

    [Theory]
    [MemberData(nameof(Explanations))]
    public void A_wrong_clock_explains_what_aws_says(string name)
    {
        var one = Case("explains", name);
        var headers = new Dictionary<string, string> { ["Date"] = Http(Day.AddMinutes(one.GetProperty("skewMinutes").GetInt32())) };
        var answer = new ErrorAnswer(StubAnswer.Exception(one.GetProperty("status").GetInt32(), one.GetProperty("code").GetString(), headers));

        Assert.Equal(one.GetProperty("corrected").GetBoolean(), ClockSkew.Explains(answer, Day, TimeSpan.Zero));
    }

    private static IEnumerable<string> Names(string list) => Document.GetProperty(list).EnumerateArray().Select(static one => one.GetProperty("name").GetString()!);

    private static JsonElement Case(string list, string name) =>
        Document.GetProperty(list).EnumerateArray().Single(one => one.GetProperty("name").GetString() == name);

    private static DateTimeOffset At(JsonElement one, string property) =>
        Day + TimeSpan.Parse(one.GetProperty(property).GetString()!, CultureInfo.InvariantCulture);

    private static string Http(DateTimeOffset date) => date.ToString("r", CultureInfo.InvariantCulture);
}
