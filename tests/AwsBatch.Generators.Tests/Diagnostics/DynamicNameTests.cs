using AwsBatch.Generators.Tests.Support;

namespace AwsBatch.Generators.Tests.Diagnostics;

/// <summary>AWSB012.</summary>
public sealed class DynamicNameTests
{
    [Theory]
    [InlineData("""Create({|AWSB012:"s33"|}, "HeadObject", json)""", "'s33' is no AWS service; did you mean 's3'?")]
    [InlineData("""Create({|AWSB012:"no-such-thing-at-all"|}, some, json)""", "'no-such-thing-at-all' is no AWS service")]
    [InlineData("""Create({|AWSB012:""|}, "HeadObject", json)""", "'' is no AWS service")]
    [InlineData("""Create("s3", {|AWSB012:"HeadObjekt"|}, json)""", "'HeadObjekt' is no operation of 's3'; did you mean 'HeadObject'?")]
    [InlineData(
        """Create(operation: {|AWSB012:"RunInstance"|}, service: "ec2", parameters: json, options: null)""",
        "'RunInstance' is no operation of 'ec2'; did you mean 'RunInstances'?")]
    [InlineData("""Create("sqs", {|AWSB012:Wrong|}, json)""", "'ReceiveMesage' is no operation of 'sqs'; did you mean 'ReceiveMessage'?")]
    [InlineData("""Create("sqs", {|AWSB012:"PutBucketLifecycle"|}, json)""", "'PutBucketLifecycle' is no operation of 'sqs'")]
    [InlineData("""Create("s3", {|AWSB012:"Nothing"|}, json, new() { AllowFiles = true })""", "'Nothing' is no operation of 's3'")]
    public async Task A_constant_name_that_does_not_exist_is_an_error_at_its_place(string call, string message) =>
        Assert.Equal([message], await RunAsync(call));

    [Theory]
    [InlineData("""Create("s3", "HeadObject", json)""")]
    [InlineData("""Create("s3", "GetObjectMetadata", json)""")]
    [InlineData("""Create("S3", "head-object", json)""")]
    [InlineData("""Create("s3", "PutBucketLifecycle", json)""")]
    [InlineData("""Create("SimpleSystemsManagement", "GetParameter", json)""")]
    public async Task Names_of_the_api_the_sdk_and_the_cli_are_right(string call) => Assert.Empty(await RunAsync(call));

    [Theory]
    [InlineData("""Create(some, "HeadObjekt", json)""")]
    [InlineData("""Create("s3", some, json)""")]
    [InlineData("""Create("athena", "Anything", json)""")]
    [InlineData("""Create("s33", "HeadObject", json, new() { Catalog = AwsServiceCatalog.Default.With("sdk") })""")]
    [InlineData("""Create("s3", "HeadObjekt", json, options)""")]
    public async Task What_may_be_right_is_left_to_the_run(string call) => Assert.Empty(await RunAsync(call));

    private static Task<IReadOnlyList<string>> RunAsync(string call) => AnalyzerTest.RunAsync($$"""
        using System.Text.Json;
        using AwsBatch;
        using AwsBatch.Dynamic;

        internal static class Use
        {
            private const string Wrong = "ReceiveMesage";

            public static BatchRequest Make(string some, JsonElement json, DynamicRequestOptions options) => DynamicRequest.{{call}};
        }
        """);
}
