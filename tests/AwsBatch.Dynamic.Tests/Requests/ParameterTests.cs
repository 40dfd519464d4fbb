using Amazon.DynamoDBv2.Model;
using Amazon.EC2.Model;
using Amazon.KeyManagementService.Model;
using Amazon.Lambda.Model;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SimpleSystemsManagement.Model;
using AwsBatch.Dynamic.Tests.Conformance;
using AwsBatch.Dynamic.Tests.Execution;

namespace AwsBatch.Dynamic.Tests.Requests;

public sealed class ParameterTests
{
    [Theory]
    [InlineData("HeadObject", """{"Bucket":"logs","Key":"a"}""")]
    [InlineData("GetObjectMetadata", """{"BucketName":"logs","Key":"a"}""")]
    [InlineData("head-object", """{"bucket":"logs","KEY":"a"}""")]
    public void API_and_SDK_names_are_both_taken_whatever_their_case(string operation, string parameters)
    {
        var request = Made.Request<GetObjectMetadataRequest>("s3", operation, parameters);

        Assert.Equal(("logs", "a"), (request.BucketName, request.Key));
    }

    [Fact]
    public void A_request_goes_by_its_API_name() =>
        Assert.Equal("HeadObject", DynamicRequest.Create("S3", "GetObjectMetadata", Json.Of("""{"Bucket":"b","Key":"k"}""")).Operation);

    [Fact]
    public void A_null_counts_as_not_given_and_an_empty_list_as_empty()
    {
        var request = Made.Request<SendCommandRequest>("ssm", "SendCommand", """{"DocumentName":"d","Targets":null,"InstanceIds":[]}""");

        Assert.Null(request.Targets);
        Assert.Empty(request.InstanceIds);
    }

    [Fact]
    public void EC2_has_no_empty_lists()
    {
        var request = Made.Request<CreateDhcpOptionsRequest>("ec2", "CreateDhcpOptions", """
            {"DhcpConfigurations":[{"Key":"ntp-servers","Values":[]}],"TagSpecifications":[]}
            """);

        Assert.Null(request.TagSpecifications);
        Assert.Null(Assert.Single(request.DhcpConfigurations).Values);
    }

    [Theory]
    [InlineData("""{"ImageId":"ami-1"}""", 1, 1)]
    [InlineData("""{"ImageId":"ami-1","MinCount":null,"MaxCount":3}""", 1, 3)]
    public void As_many_instances_are_run_as_the_AWS_CLI_runs(string parameters, int least, int most)
    {
        var request = Made.Request<RunInstancesRequest>("ec2", "RunInstances", parameters);

        Assert.Equal((least, most), (request.MinCount, request.MaxCount));
    }

    [Fact]
    public void Security_groups_of_a_spot_request_are_given_by_id_and_by_name()
    {
        var launch = Made.Request<RequestSpotInstancesRequest>("ec2", "RequestSpotInstances", """
            {"LaunchSpecification":{"SecurityGroups":["web"],"SecurityGroupIds":["sg-1","sg-2"]}}
            """).LaunchSpecification;

        Assert.Equal(["web"], launch.SecurityGroups);
        Assert.Equal(["sg-1", "sg-2"], launch.AllSecurityGroups.Select(group => group.GroupId));
    }

    [Theory]
    [InlineData("udp", "17")]
    [InlineData("all", "-1")]
    [InlineData("50", "50")]
    public void A_protocol_of_a_network_ACL_has_the_AWS_CLIs_name_or_its_number(string given, string sent) => Assert.Equal(
        sent,
        Made.Request<CreateNetworkAclEntryRequest>("ec2", "CreateNetworkAclEntry", $$"""
            {"NetworkAclId":"acl-1","RuleNumber":1,"RuleAction":"allow","Egress":false,"Protocol":"{{given}}"}
            """).Protocol);

    [Fact]
    public void A_DynamoDB_item_is_written_as_the_API_does()
    {
        var item = Made.Request<PutItemRequest>("dynamodb", "PutItem", """
            {"TableName":"t","Item":{"id":{"S":"1"},"n":{"N":"2.50"},"no":{"NULL":true},"off":{"BOOL":false},"b":{"B":"AQI="},
             "m":{"M":{"l":{"L":[{"S":"x"},{"SS":["y"]}]}}}}}
            """).Item;

        Assert.Equal("1", item["id"].S);
        Assert.Equal("2.50", item["n"].N);
        Assert.True(item["no"].NULL);
        Assert.False(item["off"].BOOL);
        Assert.Equal([1, 2], item["b"].B.ToArray());
        Assert.Equal(["y"], item["m"].M["l"].L[1].SS);
    }

    [Theory]
    [InlineData("\"2026-01-31T12:00:00Z\"")]
    [InlineData("\"2026-01-31T14:00:00+02:00\"")]
    [InlineData("\"20260131T120000Z\"")]
    [InlineData("\"20260131T140000+0200\"")]
    [InlineData("\"2026-01-31T12:00:00\"")]
    [InlineData("1769860800")]
    [InlineData("1769860800.0")]
    [InlineData("\"1769860800\"")]
    public void A_time_is_ISO_8601_or_seconds_and_UTC_unless_it_says_otherwise(string time)
    {
        var request = Made.Request<GetObjectMetadataRequest>("s3", "HeadObject", $$"""{"Bucket":"b","Key":"k","IfModifiedSince":{{time}}}""");

        Assert.Equal(new DateTime(2026, 1, 31, 12, 0, 0, DateTimeKind.Utc), request.ModifiedSinceDate);
        Assert.Equal(DateTimeKind.Utc, request.ModifiedSinceDate!.Value.Kind);
    }

    [Fact]
    public void Bytes_are_base64() =>
        Assert.Equal("secret"u8.ToArray(), Made.Request<EncryptRequest>("kms", "Encrypt", """{"KeyId":"k","Plaintext":"c2VjcmV0"}""").Plaintext.ToArray());

    [Theory]
    [InlineData("""{"a":1}""", """{"FunctionName":"f","Payload":{"a":1}}""")]
    [InlineData("""{"a":1}""", """{"FunctionName":"f","Payload":"{\"a\":1}"}""")]
    [InlineData("""{"a":1}""", """{"FunctionName":"f","Payload":"eyJhIjoxfQ=="}""")]
    [InlineData("\n {\"a\":1}", """{"FunctionName":"f","Payload":"\n {\"a\":1}"}""")]
    [InlineData("\"text\"", """{"FunctionName":"f","Payload":"\"text\""}""")]
    public void A_payload_is_JSON_or_its_base64(string payload, string parameters) =>
        Assert.Equal(payload, Made.Request<InvokeRequest>("lambda", "Invoke", parameters).Payload);

    [Fact]
    public void Structures_the_SDK_does_not_have_are_taken_apart()
    {
        var delete = Made.Request<DeleteObjectsRequest>("s3", "DeleteObjects", """{"Bucket":"b","Delete":{"Objects":[{"Key":"a"},{"Key":"c","VersionId":"1"}],"Quiet":true}}""");
        var tagging = Made.Request<PutBucketTaggingRequest>("s3", "PutBucketTagging", """{"Bucket":"b","Tagging":{"TagSet":[{"Key":"k","Value":"v"}]}}""");

        Assert.Equal(["a", "c"], delete.Objects.Select(item => item.Key));
        Assert.True(delete.Quiet);
        Assert.Equal("v", Assert.Single(tagging.TagSet).Value);
    }

    [Fact]
    public void Headers_and_metadata_of_an_object_reach_their_collections()
    {
        var request = Made.Request<PutObjectRequest>("s3", "PutObject", """
            {"Bucket":"b","Key":"k","Body":"aGVsbG8=","CacheControl":"no-cache","ContentType":"text/plain","Metadata":{"owner":"me"},
             "ACL":"public-read","StorageClass":"STANDARD_IA","Tagging":"a=b%20c&d=","GrantRead":"id=\"one\", uri=http://group"}
            """);

        Assert.Equal(("no-cache", "text/plain"), (request.Headers.CacheControl, request.ContentType));
        Assert.Equal("me", request.Metadata["owner"]);
        Assert.Equal(S3CannedACL.PublicRead, request.CannedACL);
        Assert.Equal([("a", "b c"), ("d", "")], request.TagSet.Select(tag => (tag.Key, tag.Value)));
        Assert.Equal(["one", null], request.Grants.Select(grant => grant.Grantee.CanonicalUser));
        Assert.Equal("hello", new StreamReader(request.InputStream).ReadToEnd());
    }

    [Theory]
    [InlineData("b/c/d", "b", "c/d", null)]
    [InlineData("/b/c", "b", "c", null)]
    [InlineData("b/c?versionId=1", "b", "c", "1")]
    [InlineData("arn:aws:s3:eu-west-1:123456789012:accesspoint/p/object/c/d", "arn:aws:s3:eu-west-1:123456789012:accesspoint/p", "c/d", null)]
    public void The_source_of_a_copy_is_taken_apart(string source, string bucket, string key, string? version)
    {
        var request = Made.Request<CopyObjectRequest>("s3", "CopyObject", $$"""{"Bucket":"b","Key":"k","CopySource":"{{source}}"}""");

        Assert.Equal((bucket, key, version), (request.SourceBucket, request.SourceKey, request.SourceVersionId));
    }

    [Fact]
    public void Grants_of_an_object_are_a_list()
    {
        var grants = Made.Request<PutObjectRequest>("s3", "PutObject", """
            {"Bucket":"b","Key":"k","GrantFullControl":"ID=one , emailAddress=\"a@example.com\",","GrantReadACP":"uri=http://group"}
            """).Grants;

        Assert.Equal(
            ["one,,: FULL_CONTROL", ",a@example.com,: FULL_CONTROL", ",,http://group: READ_ACP"],
            grants.Select(grant => $"{grant.Grantee.CanonicalUser},{grant.Grantee.EmailAddress},{grant.Grantee.URI}: {grant.Permission.Value}"));
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")]
    [InlineData("éééééééééééééééé", "w6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6k=")]
    [InlineData("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")]
    public void An_encryption_key_is_plain_or_in_base64(string given, string sent) => Assert.Equal(
        sent,
        Made.Request<GetObjectMetadataRequest>("s3", "HeadObject", $$"""{"Bucket":"b","Key":"k","SSECustomerKey":"{{given}}"}""")
            .ServerSideEncryptionCustomerProvidedKey);

    [Fact]
    public void Tags_of_an_object_are_a_query() => Assert.Equal(
        [("a b", "c d"), ("e", "f=g"), ("h", "")],
        Made.Request<PutObjectRequest>("s3", "PutObject", """{"Bucket":"b","Key":"k","Tagging":"a+b=c%20d&e=f=g&h"}""").TagSet.Select(tag => (tag.Key, tag.Value)));

    [Theory]
    [InlineData("HeadObject", """{"Bucket":"b","Key":"/a"}""", "/b//a")]
    [InlineData("HeadObject", """{"Bucket":"b","Key":"//"}""", "/b///")]
    [InlineData("HeadObject", """{"Bucket":"b","Key":"a/"}""", "/b/a/")]
    [InlineData("CopyObject", """{"Bucket":"b","Key":"/a","CopySource":"b/c"}""", "/b//a")]
    [InlineData("CopyObject", """{"Bucket":"b","DestinationKey":"/a","CopySource":"b/c"}""", "/b//a")]
    public async Task A_key_keeps_the_slash_it_begins_with(string operation, string parameters, string path)
    {
        await using var recorder = new WireRecorder();

        var (message, _) = await recorder.SendAsync(DynamicRequest.Create("s3", operation, Json.Of(parameters)));

        Assert.Equal(path, message!.Path);
    }

    [Fact]
    public async Task An_error_tells_the_key_as_it_was_given()
    {
        await using var aws = await Aws.StartAsync();

        var item = await aws.RunAsync("s3", "HeadObject", """{"Bucket":"none","Key":"/a"}""");

        Assert.Contains("Key=/a", item.Error!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_can_be_sent_again_after_it_was_disposed_of()
    {
        var body = Made.Request<PutObjectRequest>("s3", "PutObject", """{"Bucket":"b","Key":"k","Body":"aGVsbG8="}""").InputStream;

        Assert.Equal("hello", new StreamReader(body).ReadToEnd());
        body.Dispose();
        Assert.Equal("hello", new StreamReader(body).ReadToEnd());
    }

    [Fact]
    public void Flat_rules_of_a_security_group_become_one_permission()
    {
        var permission = Assert.Single(Made.Request<AuthorizeSecurityGroupIngressRequest>("ec2", "AuthorizeSecurityGroupIngress", """
            {"GroupId":"sg-1","IpProtocol":"tcp","FromPort":22,"ToPort":22,"CidrIp":"10.0.0.0/8"}
            """).IpPermissions);

        Assert.Equal(("tcp", 22, 22), (permission.IpProtocol, permission.FromPort, permission.ToPort));
        Assert.Equal("10.0.0.0/8", Assert.Single(permission.Ipv4Ranges).CidrIp);
    }

    [Theory]
    [InlineData("""{"GroupId":"sg-1","FromPort":22,"IpPermissions":[{"FromPort":80}]}""")]
    [InlineData("""{"GroupId":"sg-1","IpPermissions":[{"FromPort":80}],"FromPort":22}""")]
    public void Flat_rules_and_permissions_add_up(string parameters) => Assert.Equal(
        [22, 80],
        Made.Request<AuthorizeSecurityGroupIngressRequest>("ec2", "AuthorizeSecurityGroupIngress", parameters)
            .IpPermissions.Select(permission => permission.FromPort).Order());

    [Theory]
    [InlineData("""{"InstanceId":"i","SourceDestCheck":{"Value":false}}""")]
    [InlineData("""{"InstanceId":"i","SourceDestCheck":false}""")]
    public void An_attribute_of_EC2_is_wrapped_as_in_the_API_or_plain_as_in_the_SDK(string parameters) =>
        Assert.False(Made.Request<ModifyInstanceAttributeRequest>("ec2", "ModifyInstanceAttribute", parameters).SourceDestCheck);

    [Fact]
    public void A_filter_of_S3_becomes_its_predicates()
    {
        var request = Made.Request<PutBucketMetricsConfigurationRequest>("s3", "PutBucketMetricsConfiguration", """
            {"Bucket":"b","Id":"m","MetricsConfiguration":{"Id":"m","Filter":{"And":{"Prefix":"p","Tags":[{"Key":"k","Value":"v"}]}}}}
            """);

        var and = Assert.IsType<MetricsAndOperator>(request.MetricsConfiguration.MetricsFilter.MetricsFilterPredicate);
        Assert.Equal("p", Assert.IsType<MetricsPrefixPredicate>(and.Operands[0]).Prefix);
        Assert.Equal("v", Assert.IsType<MetricsTagPredicate>(and.Operands[1]).Tag.Value);
    }

    [Fact]
    public void A_name_the_API_writes_small_may_be_written_large() =>
        Assert.Equal("PlatformTypes", Assert.Single(Made.Request<DescribeInstanceInformationRequest>(
            "ssm", "DescribeInstanceInformation", """{"InstanceInformationFilterList":[{"key":"PlatformTypes","valueSet":["Linux"]}]}""").InstanceInformationFilterList).Key.Value);
}
