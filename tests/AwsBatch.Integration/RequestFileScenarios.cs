using System.Text.Json;

namespace AwsBatch.Specification;

/// <summary>Requests as the AWS documentation writes them, through <c>awsbatch run</c>.</summary>
public sealed class RequestFileScenarios(RequestFiles files) : IClassFixture<RequestFiles>
{
    [Scenario]
    public void Every_request_has_its_record_in_its_place()
    {
        foreach (var (run, count) in new[] { (files.Created, 11), (files.Filled, 8), (files.Tagged, 6), (files.Seen, 30), (files.Deleted, 12) })
        {
            Assert.Equal(Enumerable.Range(0, count), run.Records.Select(record => record.GetProperty("index").GetInt32()));
            Assert.All(run.Records, record => Assert.True(record.GetProperty("duration_ms").GetDouble() >= 0));
        }
    }

    [Scenario]
    public void What_is_created_filled_tagged_and_deleted_succeeds()
    {
        foreach (var run in new[] { files.Created, files.Filled, files.Tagged, files.Deleted })
        {
            Assert.Empty(run.Records.Select(record => record.GetProperty("error")).Where(error => error.ValueKind != JsonValueKind.Null).Select(error => error.GetString()));
            Assert.Equal((0, ""), (run.ExitCode, run.Complaints));
        }
    }

    [Scenario]
    public void Failures_are_their_records_errors_and_the_exit_code()
    {
        Assert.Equal(1, files.Seen.ExitCode);
        Assert.Contains("NoSuchKey", files.Seen.Error("missing"), StringComparison.Ordinal);
        Assert.Contains("Bucket=amzn-s3-demo-bucket, Key=missing", files.Seen.Error("missing"), StringComparison.Ordinal);
        Assert.Contains("ResourceNotFoundException", files.Seen.Error("function"), StringComparison.Ordinal);
    }

    [Scenario]
    public void Objects_have_the_headers_they_were_put_with()
    {
        var head = files.Seen.Result("head");
        Assert.Equal((14, "text/html", "max-age=60"), (head.GetProperty("ContentLength").GetInt64(), Text(head, "ContentType"), Text(head, "CacheControl")));
        Assert.Equal("me", Text(head.GetProperty("Metadata"), "author"));
        Assert.Equal("AES256", Text(files.Seen.Result("photo"), "ServerSideEncryption"));
        Assert.Equal("a,b\n1,2\n", File.ReadAllText(Path.Combine(files.Directory, "report.csv")));
    }

    [Scenario]
    public void Buckets_and_objects_are_listed_with_their_tags_and_regions()
    {
        var objects = files.Seen.Result("objects");
        Assert.Equal("index.html", Text(objects.GetProperty("Contents")[0], "Key"));
        Assert.Equal("photos/", Text(objects.GetProperty("CommonPrefixes")[0], "Prefix"));
        Assert.Equal("marketing", Text(files.Seen.Result("bucket-tags").GetProperty("TagSet")[0], "Value"));
        Assert.Equal("confidential", Text(files.Seen.Result("object-tags").GetProperty("TagSet")[0], "Value"));
        Assert.Equal("eu-west-1", Text(files.Seen.Result("location"), "LocationConstraint"));
        Assert.Equal(2, files.Seen.Result("buckets").GetProperty("Buckets").GetArrayLength());
        Assert.Equal(["index.html", "photos/2026/café.jpg"], files.Deleted.Result("objects").GetProperty("Deleted").EnumerateArray().Select(entry => Text(entry, "Key")));
    }

    [Scenario]
    public void Of_two_requests_that_say_the_same_in_another_order_one_is_sent()
    {
        // Whichever came first.
        Assert.Single(new[] { "head", "head-again" }, id => files.Seen[id].GetProperty("deduplicated").GetBoolean());
        Assert.Equal(Text(files.Seen.Result("head"), "ETag"), Text(files.Seen.Result("head-again"), "ETag"));
    }

    [Scenario]
    public void Instances_are_found_by_the_tags_they_were_given()
    {
        var instance = Assert.Single(files.Seen.Result("production").GetProperty("Reservations").EnumerateArray()
            .SelectMany(reservation => reservation.GetProperty("Instances").EnumerateArray()));
        var first = files.Created.Result("instances").GetProperty("Instances")[0];
        Assert.Equal(Text(first, "InstanceId"), Text(instance, "InstanceId"));
        Assert.Equal(["10.0.0.0/16"], files.Seen.Result("vpc").GetProperty("Vpcs").EnumerateArray().Select(vpc => Text(vpc, "CidrBlock")));
        Assert.Equal("MyKeyPair", Text(files.Seen.Result("key-pair").GetProperty("KeyPairs")[0], "KeyName"));
        Assert.Equal("shutting-down", Text(files.Deleted.Result("instance").GetProperty("TerminatingInstances")[0].GetProperty("CurrentState"), "Name"));
    }

    [Scenario]
    public void Items_come_back_as_they_were_put()
    {
        Assert.Equal("""{"AlbumTitle":{"S":"Songs About Life"}}""", files.Seen.Result("happy").GetProperty("Item").GetRawText());
        var songs = files.Seen.Result("songs").GetProperty("Items");
        Assert.Equal(["Scared of My Shadow", "Call Me Today"], songs.EnumerateArray().Select(song => Text(song.GetProperty("SongTitle"), "S")));
        Assert.Equal("AQID", Text(songs[0].GetProperty("Cover"), "B"));
        Assert.Equal("1999", Text(songs[1].GetProperty("Year"), "N"));
        Assert.Equal("blueTeam", Text(files.Seen.Result("table-tags").GetProperty("Tags")[0], "Value"));
        Assert.Equal("Acme Band", Text(files.Deleted.Result("happy").GetProperty("Attributes").GetProperty("Artist"), "S"));
    }

    [Scenario]
    public void Queues_hold_what_was_sent()
    {
        Assert.Equal("3", Text(files.Seen.Result("queue").GetProperty("Attributes"), "ApproximateNumberOfMessages"));
        Assert.Equal("Highest", Text(files.Seen.Result("queue-tags").GetProperty("Tags"), "Priority"));
        Assert.Equal(2, files.Seen.Result("queues").GetProperty("QueueUrls").GetArrayLength());
        Assert.Equal(2, files.Filled.Result("fuel").GetProperty("Successful").GetArrayLength());
        Assert.Equal(32, Text(files.Filled.Result("city"), "MD5OfMessageAttributes").Length);
    }

    [Scenario]
    public void Parameters_are_read_by_name_and_by_path()
    {
        Assert.Equal("correct horse battery staple", Text(files.Seen.Result("password").GetProperty("Parameter"), "Value"));
        Assert.Equal(3, files.Seen.Result("parameters").GetProperty("Parameters").GetArrayLength());
        Assert.Equal("/prod/none", files.Seen.Result("zones").GetProperty("InvalidParameters")[0].GetString());
        Assert.Equal(["/prod/db/host", "/prod/db/password"], files.Seen.Result("described").GetProperty("Parameters").EnumerateArray().Select(parameter => Text(parameter, "Name")).Order());
        Assert.Equal(2, files.Deleted.Result("parameters").GetProperty("DeletedParameters").GetArrayLength());
    }

    [Scenario]
    public void Callers_and_roles_are_named_and_functions_listed()
    {
        Assert.Equal("123456789012", Text(files.Seen.Result("me"), "Account"));
        Assert.EndsWith("assumed-role/xaccounts3access/s3-access-example", Text(files.Seen.Result("role").GetProperty("AssumedRoleUser"), "Arn"), StringComparison.Ordinal);
        Assert.Equal(0, files.Seen.Result("functions").GetProperty("Functions").GetArrayLength());
    }

    private static string Text(JsonElement json, string member) => json.GetProperty(member).GetString()!;
}
