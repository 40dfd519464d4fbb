using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.KeyManagementService.Model;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SSO.Model;

namespace AwsBatch.Dynamic.Tests.Responses;

public sealed class ResponseTests
{
    [Fact]
    public void Members_have_their_API_names_and_what_is_null_is_left_out() => Shows(
        """{"Contents":[{"ETag":"\"1\"","Key":"a","Size":3}],"IsTruncated":false,"Name":"b","CommonPrefixes":[{"Prefix":"p/"}]}""",
        new ListObjectsV2Response
        {
            Name = "b",
            IsTruncated = false,
            S3Objects = [new S3Object { Key = "a", Size = 3, ETag = "\"1\"", BucketName = "b" }],
            CommonPrefixes = ["p/"],
        });

    [Fact]
    public void Times_are_ISO_8601_and_constants_their_text() => Shows(
        """{"VolumeId":"vol-1","State":"in-use","CreateTime":"2026-01-31T12:00:00+00:00","Attachments":[{"AttachTime":"2026-01-31T12:00:00.250000+00:00"}]}""",
        new CreateVolumeResponse
        {
            Volume = new Volume
            {
                VolumeId = "vol-1",
                State = VolumeState.InUse,
                CreateTime = new DateTime(2026, 1, 31, 12, 0, 0, DateTimeKind.Utc),
                Attachments = [new VolumeAttachment { AttachTime = new DateTime(2026, 1, 31, 12, 0, 0, 250, DateTimeKind.Utc) }],
            },
        });

    [Fact]
    public void A_list_of_an_answer_in_XML_is_there_when_it_is_empty()
    {
        Shows("""{"Reservations":[]}""", new DescribeInstancesResponse());
        Shows("""{"Unsuccessful":[]}""", new DeleteVpcEndpointsResponse());
        Shows("""{"Buckets":[]}""", new ListBucketsResponse());
        Shows("""{"TagSet":[]}""", new GetObjectTaggingResponse());
        Shows("""{"Name":"b"}""", new ListObjectsV2Response { Name = "b" });
        Shows("{}", new QueryResponse());
    }

    [Fact]
    public void A_list_that_an_answer_has_only_at_times_is_not_there_when_it_is_empty()
    {
        Shows("""{"GroupId":"sg-1"}""", new CreateSecurityGroupResponse { GroupId = "sg-1" });
        Shows("""{"Return":true}""", new RevokeSecurityGroupIngressResponse { Return = true });
        Shows(
            """{"CreateVolumePermissions":[{"Group":"all"}]}""",
            new DescribeSnapshotAttributeResponse { CreateVolumePermissions = [new CreateVolumePermission { Group = PermissionGroup.All }] });
        Shows("""{"Tags":[]}""", new DescribeTagsResponse());
    }

    [Fact]
    public void Times_that_the_SDK_leaves_as_text_are_times_all_the_same()
    {
        Shows(
            """{"CopyObjectResult":{"ETag":"e","LastModified":"2026-01-31T12:00:00+00:00"}}""",
            new CopyObjectResponse { ETag = "e", LastModified = "2026-01-31T12:00:00.000Z" });
        Shows(
            """{"ContentLength":0,"Expires":"2026-01-31T12:00:00+00:00","ExpiresString":"Sat, 31 Jan 2026 12:00:00 GMT","Metadata":{}}""",
            new GetObjectMetadataResponse { ExpiresString = "Sat, 31 Jan 2026 12:00:00 GMT" });
        Shows(
            """{"ContentLength":0,"Expires":"soon","ExpiresString":"soon","Metadata":{}}""", new GetObjectMetadataResponse { ExpiresString = "soon" });
    }

    [Fact]
    public void What_only_echoes_a_request_is_left_out() => Shows("""{"ETag":"e"}""", new UploadPartResponse { ETag = "e", PartNumber = 1 });

    [Fact]
    public void What_a_console_showed_is_text()
    {
        Shows("""{"InstanceId":"i-1","Output":"Linux é\n"}""", new GetConsoleOutputResponse { InstanceId = "i-1", Output = "TGludXggw6kK" });
        Shows("""{"Output":"as it is"}""", new GetConsoleOutputResponse { Output = "as it is" });
    }

    [Fact]
    public void A_platform_is_spelt_as_the_API_does() =>
        Shows(
            """{"Images":[{"Platform":"windows"},{"Platform":"Linux/UNIX"}]}""",
            new DescribeImagesResponse { Images = [new Image { Platform = PlatformValues.Windows }, new Image { Platform = "Linux/UNIX" }] });

    [Fact]
    public void The_state_of_an_endpoint_is_spelt_as_the_API_does()
    {
        Shows(
            """{"VpcEndpoints":[{"State":"available"}]}""",
            new DescribeVpcEndpointsResponse { VpcEndpoints = [new VpcEndpoint { State = State.Available }] });
        Shows(
            """{"VpcEndpointConnections":[{"VpcEndpointState":"pendingAcceptance"}]}""",
            new DescribeVpcEndpointConnectionsResponse { VpcEndpointConnections = [new VpcEndpointConnection { VpcEndpointState = State.PendingAcceptance }] });
    }

    [Fact]
    public void A_bucket_of_the_first_region_has_a_location_that_is_null()
    {
        Shows("""{"LocationConstraint":null}""", new GetBucketLocationResponse { Location = S3Region.FindValue("") });
        Shows("""{"LocationConstraint":"eu-central-1"}""", new GetBucketLocationResponse { Location = S3Region.EUCentral1 });
    }

    [Fact]
    public void A_filter_of_a_lifecycle_is_shown_as_the_SDK_gives_it_and_as_it_takes_it() => Shows(
        """
        {"Rules":[
            {"ID":"given","Status":"Enabled","Filter":{"And":{"Prefix":"a","ObjectSizeLessThan":9,"Tags":[{"Key":"k","Value":"v"}]}}},
            {"ID":"taken","Status":"Enabled","Filter":{"Prefix":"b"}},
            {"ID":"none","Status":"Enabled","Filter":{}}]}
        """,
        new GetLifecycleConfigurationResponse
        {
            Configuration = new LifecycleConfiguration
            {
                Rules =
                [
                    new LifecycleRule
                    {
                        Id = "given",
                        Status = LifecycleRuleStatus.Enabled,
                        Filter = new LifecycleFilter
                        {
                            LifecycleFilterPredicate = new LifecycleAndOperator
                            {
                                Operands =
                                [
                                    new LifecyclePrefixPredicate { Prefix = "a" },
                                    new LifecycleTagPredicate { Tag = new Amazon.S3.Model.Tag { Key = "k", Value = "v" } },
                                    new LifecycleObjectSizeLessThanPredicate { ObjectSizeLessThan = 9 },
                                ],
                            },
                        },
                    },
                    new LifecycleRule { Id = "taken", Status = LifecycleRuleStatus.Enabled, Filter = new LifecycleFilter { Prefix = "b" } },
                    new LifecycleRule { Id = "none", Status = LifecycleRuleStatus.Enabled, Filter = new LifecycleFilter() },
                ],
            },
        });

    [Fact]
    public void Security_groups_of_a_spot_request_are_shown_once() => Shows(
        """{"SpotInstanceRequests":[{"LaunchSpecification":{"SecurityGroups":[{"GroupId":"sg-1","GroupName":"web"}]}}]}""",
        new DescribeSpotInstanceRequestsResponse
        {
            SpotInstanceRequests = [new SpotInstanceRequest { LaunchSpecification = new LaunchSpecification { AllSecurityGroups = [new GroupIdentifier { GroupId = "sg-1", GroupName = "web" }] } }],
        });

    [Fact]
    public void Bytes_are_base64() =>
        Shows("""{"KeyId":"k","CiphertextBlob":"AQI="}""", new EncryptResponse { KeyId = "k", CiphertextBlob = new MemoryStream([1, 2]) });

    [Fact]
    public void A_DynamoDB_item_shows_as_the_API_writes_it() => Shows(
        """{"Item":{"id":{"S":"1"},"no":{"NULL":true},"m":{"M":{"l":{"L":[]}}}}}""",
        new GetItemResponse
        {
            Item = new()
            {
                ["id"] = new() { S = "1" },
                ["no"] = new() { NULL = true },
                ["m"] = new() { M = new() { ["l"] = new() { L = [] } } },
            },
        });

    [Fact]
    public void An_API_with_small_letters_is_shown_with_them() => Shows(
        """{"accountList":[{"accountId":"1","emailAddress":"a@b.test"}],"nextToken":"t"}""",
        new ListAccountsResponse { NextToken = "t", AccountList = [new AccountInfo { AccountId = "1", EmailAddress = "a@b.test" }] });

    [Fact]
    public void An_attribute_of_EC2_is_wrapped_as_the_API_has_it() => Shows(
        """{"InstanceId":"i","SourceDestCheck":{"Value":true}}""",
        new DescribeInstanceAttributeResponse { InstanceAttribute = new InstanceAttribute { InstanceId = "i", SourceDestCheck = true } });

    [Fact]
    public void Versions_and_delete_markers_are_two_lists() => Shows(
        """{"Versions":[{"Key":"a","VersionId":"1"}],"DeleteMarkers":[{"Key":"a","VersionId":"2"}]}""",
        new ListVersionsResponse
        {
            Versions = [new S3ObjectVersion { Key = "a", VersionId = "1" }, new S3ObjectVersion { Key = "a", VersionId = "2", IsDeleteMarker = true }],
        });

    [Fact]
    public void Headers_of_an_object_are_members_and_its_stream_is_none()
    {
        var response = new GetObjectResponse { BucketName = "b", Key = "k", ETag = "\"1\"", DeleteMarker = "false", ResponseStream = new MemoryStream([1]), ContentLength = 1 };
        response.Headers.ContentType = "text/plain";
        response.Metadata["owner"] = "me";

        Shows("""{"ETag":"\"1\"","DeleteMarker":false,"ContentLength":1,"ContentType":"text/plain","Metadata":{"owner":"me"}}""", response);
    }

    [Fact]
    public void A_grantee_has_its_type() => Shows(
        """{"Grants":[{"Grantee":{"ID":"me","Type":"CanonicalUser"},"Permission":"READ"}],"Owner":{"ID":"o"}}""",
        new GetBucketAclResponse
        {
            Owner = new Owner { Id = "o" },
            Grants = [new S3Grant { Grantee = new S3Grantee { CanonicalUser = "me" }, Permission = S3Permission.READ }],
        });

    [Fact]
    public void A_filter_shows_as_it_was_written() => Shows(
        """{"MetricsConfiguration":{"Id":"m","Filter":{"And":{"Prefix":"p","Tags":[{"Key":"k","Value":"v"}]}}}}""",
        new GetBucketMetricsConfigurationResponse
        {
            MetricsConfiguration = new MetricsConfiguration
            {
                MetricsId = "m",
                MetricsFilter = new MetricsFilter
                {
                    MetricsFilterPredicate = new MetricsAndOperator(
                        [new MetricsPrefixPredicate("p"), new MetricsTagPredicate(new Amazon.S3.Model.Tag { Key = "k", Value = "v" })]),
                },
            },
        });

    [Fact]
    public void Rules_of_a_life_cycle_show_all_their_transitions() => Shows(
        """{"Rules":[{"ID":"r","Status":"Enabled","Transitions":[{"Days":1},{"Days":2}]}]}""",
        new GetLifecycleConfigurationResponse
        {
            Configuration = new LifecycleConfiguration
            {
                Rules = [new LifecycleRule { Id = "r", Status = LifecycleRuleStatus.Enabled, Transitions = [new() { Days = 1 }, new() { Days = 2 }] }],
            },
        });

    [Fact]
    public void What_is_no_response_of_an_SDK_package_is_refused() => Assert.Throws<ArgumentException>(() => DynamicResponse.ToJson("text"));

    private static void Shows(string expected, object response)
    {
        var shown = DynamicResponse.ToJson(response);

        Assert.True(JsonElement.DeepEquals(Json.Of(expected), shown), shown.GetRawText());
    }
}
