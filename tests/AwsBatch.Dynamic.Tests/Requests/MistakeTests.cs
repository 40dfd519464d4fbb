using Amazon.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Dynamic.Tests.Requests;

public sealed class MistakeTests
{
    [Theory]
    [InlineData("ec2", "DescribeInstances", """{"Filters":[{"Name":"a","Valuess":["b"]}]}""", "params.Filters[0].Valuess", "did you mean Values?")]
    [InlineData("ec2", "DescribeInstances", """{"MaxResults":"5"}""", "params.MaxResults", "must be a whole number of 32 bits, not a string")]
    [InlineData("ec2", "DescribeInstances", """{"MaxResults":5000000000}""", "params.MaxResults", "must be a whole number of 32 bits.")]
    [InlineData("ec2", "DescribeInstances", """{"InstanceIds":"i-1"}""", "params.InstanceIds", "must be a list, each of it a string, not a string")]
    [InlineData("ec2", "DescribeInstances", """{"InstanceIds":[1]}""", "params.InstanceIds[0]", "must be a string, not a number")]
    [InlineData("ec2", "DescribeInstances", """{"InstanceIds":["i-1",1]}""", "params.InstanceIds[1]", "must be a string, not a number")]
    [InlineData("ec2", "DescribeInstances", """{"DryRun":"true"}""", "params.DryRun", "must be true or false, not a string")]
    [InlineData("ec2", "DescribeInstances", """[]""", "params", "must be an object, not a list")]
    [InlineData("lambda", "AddPermission", "{}", "operation", "is not one of lambda; it has GetFunction, Invoke, ListFunctions.")]
    [InlineData("s3", "HeadObject", """{"Bucket":"logs"}""", "params.Key", "is missing; it is required and must be a string")]
    [InlineData("s3", "HeadObject", """{"Bucket":"logs","BucketName":"b","Key":"k"}""", "params.BucketName", "is given twice: it is Bucket")]
    [InlineData("dynamodb", "GetItem", """{"TableName":"t","Key":{"id":{"X":"1"}}}""", "params.Key.id.X", "is not known; known here: B, BOOL, BS, L, M, N, NS, NULL, S, SS")]
    [InlineData("kms", "Encrypt", """{"KeyId":"k","Plaintext":"not base64!"}""", "params.Plaintext", "must be bytes in base64")]
    [InlineData("s3", "GetObject", """{"Bucket":"b","Key":"k","IfModifiedSince":"soon"}""", "@out", "\"@out\": \"path\" beside params")]
    [InlineData("s3", "HeadObject", """{"Bucket":"b","Key":"k","IfModifiedSince":"soon"}""", "params.IfModifiedSince", "or in seconds since 1970.")]
    [InlineData("s3", "HeadObject", """{"Bucket":"b","Key":"k","IfModifiedSince":1e20}""", "params.IfModifiedSince", "or in seconds since 1970.")]
    [InlineData("s3", "HeadObject", """{"Bucket":"b","Key":"k","IfModifiedSince":-99999999999}""", "params.IfModifiedSince", "or in seconds since 1970.")]
    [InlineData("s3", "HeadObject", """{"Bucket":"b","Key":"k","IfModifiedSince":true}""", "params.IfModifiedSince", "or in seconds since 1970, not true.")]
    [InlineData("s3", "PutObject", """{"Bucket":"b","Key":"k","Expires":"soon"}""", "params.Expires", "or in seconds since 1970.")]
    [InlineData("s3", "ListParts", """{"Bucket":"b","Key":"k","UploadId":"u","PartNumberMarker":1.5}""", "params.PartNumberMarker", "must be a whole number of 64 bits.")]
    [InlineData("s3", "CopyObject", """{"Bucket":"b","Key":"k","CopySource":"nokey"}""", "params.CopySource", "or \"bucket/key?versionId=id\", or an object with Bucket and Key.")]
    [InlineData("s3", "CopyObject", """{"Bucket":"b","Key":"k","CopySource":{"Bucket":"c"}}""", "params.CopySource.Key", "is missing; it is required and must be a string.")]
    [InlineData("s3", "CopyObject", """{"Bucket":"b","Key":"k","CopySource":{}}""", "params.CopySource.Bucket", "is missing; it is required and must be a string.")]
    [InlineData("s3", "CopyObject", """{"Bucket":"b","Key":"k","CopySource":5}""", "params.CopySource", "or an object with Bucket and Key, not a number.")]
    [InlineData("s3", "UploadPartCopy", """{"Bucket":"b","Key":"k","CopySource":"b/c","CopySourceRange":"bytes=0-"}""", "params.CopySourceRange", "must be a string such as \"bytes=0-9\".")]
    [InlineData("s3", "UploadPartCopy", """{"Bucket":"b","Key":"k","CopySource":"b/c","CopySourceRange":{}}""", "params.CopySourceRange", "\"bytes=0-9\", not an object.")]
    [InlineData("s3", "CopyObject", """{"Bucket":"b","Key":"k","MetadataDirective":"MERGE"}""", "params.MetadataDirective", "must be \"COPY\" or \"REPLACE\"")]
    [InlineData("s3", "CopyObject", """{"Bucket":"b","Key":"k","MetadataDirective":"1"}""", "params.MetadataDirective", "must be \"COPY\" or \"REPLACE\"")]
    [InlineData("s3", "PutObject", """{"Bucket":"b","Key":"k","GrantRead":"id"}""", "params.GrantRead", "must be a string such as \"id=canonicalUser\"")]
    [InlineData("s3", "PutObject", """{"Bucket":"b","Key":"k","GrantRead":"name=me"}""", "params.GrantRead", "must be a string such as \"id=canonicalUser\"")]
    [InlineData("s3", "DeleteObject", """{"Bucket":"b","Key":"k","MFA":"123456"}""", "params.MFA", "must be a string with a device's serial number and its code")]
    [InlineData("s3", "RestoreObject", """{"Bucket":"b","Key":"k","RestoreRequest":{"OutputLocation":{"S3":{"UserMetadata":[{"Name":"a","Value":1}]}}}}""", "params.RestoreRequest.OutputLocation.S3.UserMetadata", "must be a list of objects with Name and Value.")]
    [InlineData("s3", "RestoreObject", """{"Bucket":"b","Key":"k","RestoreRequest":{"OutputLocation":{"S3":{"UserMetadata":{}}}}}""", "params.RestoreRequest.OutputLocation.S3.UserMetadata", "must be a list, not an object.")]
    [InlineData("ec2", "RequestSpotInstances", """{"LaunchSpecification":{"SecurityGroupIds":"sg-1"}}""", "params.LaunchSpecification.SecurityGroupIds", "must be a list, not a string.")]
    [InlineData("ec2", "CreateFleet", """{"LaunchTemplateConfigs":[{"Overrides":[{"WeightedCapacity":1e400}]}]}""", "params.LaunchTemplateConfigs[0].Overrides[0].WeightedCapacity", "must be a number of 64 bits.")]
    [InlineData("", "ListBuckets", "{}", "service", "service '' is not known")]
    [InlineData("s3", " ", "{}", "operation", "operation ' ' is not one of s3")]
    [InlineData("dynamodb", "GetItem", """{"TableName":"t","Key":{"id":{"S":"1"},"id":{"S":"2"}}}""", "params.Key.id", "is given twice")]
    public void A_mistake_is_told_by_its_path_and_what_would_be_right(string service, string operation, string parameters, string path, string message)
    {
        var error = Made.Error(service, operation, parameters);

        Assert.Equal(path, error.Path);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PutObject", """{"Bucket":"b","Key":"k","Metadata":{"a":"1","a":"2"}}""", "params.Metadata.a")]
    [InlineData("PutObject", """{"Bucket":"b","Key":"k","Metadata":{"Foo":"1","foo":"2"}}""", "params.Metadata.foo")]
    [InlineData("PutObject", """{"Bucket":"b","Key":"k","Metadata":{"a":"1","x-amz-meta-a":"2"}}""", "params.Metadata.x-amz-meta-a")]
    [InlineData("PutBucketTagging", """{"Bucket":"b","Tagging":{"TagSet":[]},"TagSet":[]}""", "params.TagSet")]
    [InlineData("PutBucketTagging", """{"Bucket":"b","TagSet":[],"Tagging":{"TagSet":[]}}""", "params.Tagging")]
    [InlineData("CopyObject", """{"Bucket":"b","Key":"k","CopySource":"b/c","SourceBucket":"d"}""", "params.SourceBucket")]
    [InlineData("CopyObject", """{"Bucket":"b","Key":"k","SourceVersionId":"1","CopySource":"b/c"}""", "params.CopySource")]
    [InlineData("CopyObject", """{"Bucket":"b","Key":"k","CopySource":{"Bucket":"c","Bucket":"d","Key":"e"}}""", "params.CopySource.Bucket")]
    [InlineData("UploadPartCopy", """{"Bucket":"b","Key":"k","CopySource":"b/c","CopySourceRange":"bytes=0-9","FirstByte":5}""", "params.FirstByte")]
    public void Of_two_values_for_one_thing_neither_is_sent(string operation, string parameters, string path)
    {
        var error = Made.Error("s3", operation, parameters);

        Assert.Equal(path, error.Path);
        Assert.Contains("is given twice", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_range_is_not_the_first_byte()
    {
        var error = Made.Error("s3", "GetObject", """{"Bucket":"b","Key":"k","Range":""}""", new DynamicRequestOptions { OutputFile = "k" });

        Assert.Equal("params.Range must not be empty; leave it out for all of it.", error.Message);
    }

    [Fact]
    public void A_value_the_SDKs_own_property_refuses_is_a_mistake() => Assert.StartsWith(
        "params.PartNumber is not what the SDK takes: ",
        Made.Error("s3", "GetObject", """{"Bucket":"b","Key":"k","PartNumber":0}""", new DynamicRequestOptions { OutputFile = "k" }).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("s33", "ListBuckets", "service", "s3")]
    [InlineData("s3", "ListBucket", "operation", "ListBuckets")]
    [InlineData("ec2", "DescribeInstance", "operation", "DescribeInstances")]
    public void An_unknown_name_comes_with_its_nearest(string service, string operation, string path, string nearest)
    {
        var error = Made.Error(service, operation, "{}");

        Assert.Equal(path, error.Path);
        Assert.Contains(nearest, error.NearestNames);
        Assert.Contains(nearest, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_whose_package_is_not_at_hand_is_told_with_its_package() =>
        Assert.Contains("AWSSDK.Glue", Made.Error("glue", "GetTables", "{}").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Prefx":"a"}""")]
    public void A_request_goes_to_its_target_and_so_does_the_handle_of_its_mistake(string parameters)
    {
        var target = new BatchTarget { Region = "eu-west-3", Profile = "audit" };

        Assert.Equal(target, DynamicRequest.Create("s3", "ListBuckets", Json.Of(parameters), new DynamicRequestOptions { Target = target }).Target);
    }

    [Fact]
    public void A_catalog_of_null_is_refused_by_name() =>
        Assert.Throws<ArgumentNullException>("Catalog", () => new DynamicRequestOptions { Catalog = null! });

    [Fact]
    public async Task A_mistake_is_its_items_error_alone_and_nothing_of_it_is_sent()
    {
        var services = new ServiceCollection();
        services.AddAwsBatchDynamic(aws =>
        {
            aws.Region = "eu-west-1";
            aws.EndpointUrl = "http://localhost:1";
            aws.Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "not-a-real-secret");
        });
        await using var provider = services.BuildServiceProvider();

        var results = await provider.GetRequiredService<IAwsBatch>().RunAsync(
        [
            DynamicRequest.Create("nonsense", "Whatever", default),
            DynamicRequest.Create("s3", "ListBucketz", default),
            DynamicRequest.Create("s3", "HeadObject", Json.Of("""{"Bukket":"b"}""")),
            DynamicRequest.Create("S3", "head-object", Json.Of("""{"Bukket":"b"}""")),
            DynamicRequest.Create("s3", "GetObjectMetadata", Json.Of("""{"Bukket":"b"}""")),
        ]);

        Assert.Equal(["nonsense", "s3", "s3", "s3", "s3"], results.Select(item => item.Service));
        Assert.Equal(["Whatever", "ListBucketz", "HeadObject", "HeadObject", "HeadObject"], results.Select(item => item.Operation));
        Assert.All(results, item =>
        {
            Assert.Equal(BatchErrorKind.Validation, item.Error!.Kind);
            Assert.False(item.Error.IsRetryable);
            Assert.IsType<InvalidRequestException>(item.Error.Exception);
            Assert.Equal(0, item.Attempts);
        });
        Assert.EndsWith("did you mean ListBuckets?", results[1].Error!.ToString(), StringComparison.Ordinal);
        Assert.Contains("params.Bukket", results[2].Error!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kms", "Encrypt", """{"KeyId":"k","Plaintext":"not base64: 4711!"}""")]
    [InlineData("sts", "GetSessionToken", """{"TokenCode":4711}""")]
    [InlineData("ssm", "PutParameter", """{"Name":"n","Value":4711}""")]
    [InlineData("dynamodb", "PutItem", """{"TableName":"t","Item":{"pin":{"S":4711}}}""")]
    [InlineData("ec2", "DescribeInstances", """{"MaxResults":47110000000}""")]
    public void Values_are_not_repeated_in_errors(string service, string operation, string parameters) =>
        Assert.DoesNotContain("4711", Made.Error(service, operation, parameters).Message, StringComparison.Ordinal);
}
