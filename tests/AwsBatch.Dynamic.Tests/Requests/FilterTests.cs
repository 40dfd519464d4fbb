using AwsBatch.Dynamic.Tests.Conformance;

namespace AwsBatch.Dynamic.Tests.Requests;

/// <summary>Filters the API writes as structures, and S3's SDK as trees of predicates.</summary>
public sealed class FilterTests
{
    private const string Destination = """{"S3BucketDestination":{"Bucket":"arn:aws:s3:::d","Format":"CSV"}}""";

    public static TheoryData<string, string> Configurations => new()
    {
        { "Analytics", $$$"""{"Id":"m","StorageClassAnalysis":{"DataExport":{"OutputSchemaVersion":"V_1","Destination":{{{Destination}}}}},"Filter":""" },
        { "Metrics", """{"Id":"m","Filter":""" },
        { "IntelligentTiering", """{"Id":"m","Status":"Enabled","Tierings":[{"Days":90,"AccessTier":"ARCHIVE_ACCESS"}],"Filter":""" },
        {
            "Inventory",
            $$$"""{"Id":"m","IsEnabled":true,"IncludedObjectVersions":"All","Schedule":{"Frequency":"Daily"},"Destination":{{{Destination}}},"Filter":"""
        },
    };

    [Theory]
    [MemberData(nameof(Configurations))]
    public async Task An_empty_filter_is_none(string kind, string start)
    {
        await using var recorder = new WireRecorder();

        var empty = await recorder.SendAsync(Put(kind, start, "{}"));
        var none = await recorder.SendAsync(Put(kind, start, "null"));

        Assert.Null(empty.Error);
        Assert.Equal(none.Message!.Body, empty.Message!.Body);
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public async Task A_condition_is_named_in_any_case_and_null_is_none(string kind, string start)
    {
        await using var recorder = new WireRecorder();

        var exact = await recorder.SendAsync(Put(kind, start, """{"Prefix":"p"}"""));
        var other = await recorder.SendAsync(Put(kind, start, """{"prefix":"p","Tag":null,"And":null}"""));

        Assert.Contains("<Prefix>p</Prefix>", System.Text.Encoding.UTF8.GetString(exact.Message!.Body), StringComparison.Ordinal);
        Assert.Equal(exact.Message.Body, other.Message?.Body);
    }

    [Theory]
    [InlineData("""{"Prefix":null,"Prefix":"p"}""", null)]
    [InlineData("""{"And":{"Prefix":"p","Prefix":"q"}}""", "params.MetricsConfiguration.Filter.And.Prefix is given twice.")]
    [InlineData("""{"And":{"Prefix":"p","prefix":"q"}}""", "params.MetricsConfiguration.Filter.And.prefix is given twice.")]
    [InlineData("""{"Prefix":"p","Prefix":"q"}""", "params.MetricsConfiguration.Filter.Prefix is given twice.")]
    public void A_condition_is_given_once(string filter, string? message) =>
        Assert.Equal(message, DynamicRequest.FindError(Put("Metrics", """{"Id":"m","Filter":""", filter))?.Message);

    [Fact]
    public void Several_conditions_are_to_be_in_And() => Assert.Equal(
        "params.MetricsConfiguration.Filter has several conditions; put them into And.",
        DynamicRequest.FindError(Put("Metrics", """{"Id":"m","Filter":""", """{"Prefix":"p","Tag":{"Key":"k","Value":"v"}}"""))?.Message);

    private static BatchRequest Put(string kind, string start, string filter) => DynamicRequest.Create(
        "s3", $"PutBucket{kind}Configuration", Json.Of($$"""{"Bucket":"b","Id":"m","{{kind}}Configuration":{{start}}{{filter}}} }"""));
}
