using System.Net;
using Amazon.EC2;
using Amazon.EC2.Model;
using AwsBatch.Testing.Tests.Clients;

namespace AwsBatch.Testing.Tests.Ec2;

public sealed class Ec2Tests : IAsyncLifetime
{
    private AwsEndpoint aws = null!;
    private AmazonEC2Client ec2 = null!;

    public async Task InitializeAsync()
    {
        aws = await AwsEndpoint.StartAsync();
        ec2 = aws.Ec2();
    }

    public async Task DisposeAsync()
    {
        ec2.Dispose();
        await aws.DisposeAsync();
    }

    [Fact]
    public async Task Regions_that_are_not_enabled_are_told_to_who_asks_for_them()
    {
        Assert.DoesNotContain((await ec2.DescribeRegionsAsync()).Regions, region => region.OptInStatus != "opt-in-not-required");
        var all = (await ec2.DescribeRegionsAsync(new DescribeRegionsRequest { AllRegions = true })).Regions;
        Assert.Contains(all, region => region is { RegionName: "af-south-1", OptInStatus: "not-opted-in" });
        Assert.Contains(all, region => region.RegionName == "eu-west-1");
        var named = await ec2.DescribeRegionsAsync(new DescribeRegionsRequest { RegionNames = ["af-south-1"] });
        Assert.Equal("af-south-1", Assert.Single(named.Regions).RegionName);
        var filtered = await ec2.DescribeRegionsAsync(
            new DescribeRegionsRequest { AllRegions = true, Filters = [new Filter("opt-in-status", ["not-opted-in"])] });
        Assert.All(filtered.Regions, region => Assert.Equal("not-opted-in", region.OptInStatus));
    }

    [Fact]
    public async Task What_a_launch_says_of_things_that_are_not_modelled_is_taken()
    {
        var launch = Launch(1);
        launch.SubnetId = "subnet-12345678";
        launch.KeyName = "key";

        Assert.Single((await ec2.RunInstancesAsync(launch)).Reservation.Instances);
    }

    [Fact]
    public async Task Instances_come_in_pages_of_the_size_asked_for()
    {
        var ids = aws.Ec2.RunInstances(7).Concat(aws.Ec2.RunInstances(6)).ToList();

        var sizes = new List<int>();
        var seen = new List<string>();
        var request = new DescribeInstancesRequest { MaxResults = 5 };
        do
        {
            var page = await ec2.DescribeInstancesAsync(request);
            var instances = page.Reservations.SelectMany(reservation => reservation.Instances).Select(instance => instance.InstanceId).ToList();
            sizes.Add(instances.Count);
            seen.AddRange(instances);
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);
        Assert.Equal([5, 5, 3], sizes);
        Assert.Equal(ids, seen);
        Assert.Null((await ec2.DescribeInstancesAsync(new DescribeInstancesRequest { MaxResults = 13 })).NextToken);
    }

    [Fact]
    public async Task Instances_are_found_by_id_and_a_missing_one_is_named()
    {
        var ids = aws.Ec2.RunInstances(3);

        var found = await ec2.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = [ids[2], ids[0]] });
        Assert.Equal([ids[2], ids[0]], found.Reservations.SelectMany(reservation => reservation.Instances).Select(instance => instance.InstanceId));

        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(
            () => ec2.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = [ids[0], "i-0123456789abcdef0"] }));
        Assert.Equal(("InvalidInstanceID.NotFound", HttpStatusCode.BadRequest), (error.ErrorCode, error.StatusCode));
        Assert.Equal("The instance ID 'i-0123456789abcdef0' does not exist", error.Message);
        Assert.NotEmpty(error.RequestId);
    }

    [Fact]
    public async Task Filters_choose_by_id_state_and_tag()
    {
        var web = aws.Ec2.RunInstances(2, tags: new Dictionary<string, string> { ["role"] = "web" });
        var db = aws.Ec2.RunInstances(1, tags: new Dictionary<string, string> { ["role"] = "db" });
        await ec2.TerminateInstancesAsync(new TerminateInstancesRequest { InstanceIds = [web[0]] });

        Assert.Equal([web[1]], await Find(new Filter("tag:role", ["web"]), new Filter("instance-state-name", ["running", "pending"])));
        Assert.Equal([web[0], db[0]], await Find(new Filter("instance-id", [web[0], db[0]])));
        Assert.Empty(await Find(new Filter("tag:none", ["x"])));
        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => Find(new Filter("hypervisor", ["xen"])));
        Assert.Equal("InvalidParameterValue", error.ErrorCode);
    }

    [Theory]
    [InlineData("web-*", "web-1 web-12 web-?")]
    [InlineData("web-?", "web-1 web-?")]
    [InlineData("*", "web-1 web-12 web-? Web-1 db")]
    [InlineData(@"web-\?", "web-?")]
    [InlineData("web-1?", "web-1 web-12")]
    [InlineData("web.1", "")]
    public async Task Filter_values_may_have_wildcards(string value, string found)
    {
        var names = new[] { "web-1", "web-12", "web-?", "Web-1", "db" };
        var ids = names.Select(name => aws.Ec2.RunInstances(1, tags: new Dictionary<string, string> { ["Name"] = name })[0]).ToList();

        var matches = await Find(new Filter("tag:Name", [value]));

        Assert.Equal(found.Split(' ', StringSplitOptions.RemoveEmptyEntries), matches.Select(id => names[ids.IndexOf(id)]));
    }

    [Theory]
    [InlineData("owner-alias", "amazon", 4)]
    [InlineData("owner-id", "137112412989", 4)]
    [InlineData("root-device-type", "ebs", 4)]
    [InlineData("virtualization-type", "hvm", 4)]
    [InlineData("image-type", "machine", 4)]
    [InlineData("is-public", "false", 0)]
    [InlineData("description", "Amazon Linux*", 3)]
    [InlineData("creation-date", "2024-11-*", 3)]
    public async Task Images_are_found_by_all_that_is_shown_of_them(string filter, string value, int count)
    {
        var images = await ec2.DescribeImagesAsync(new DescribeImagesRequest { Filters = [new Filter(filter, [value])] });

        Assert.Equal(count, images.Images?.Count ?? 0);
    }

    [Fact]
    public async Task The_newest_image_is_known_by_its_date()
    {
        var images = (await ec2.DescribeImagesAsync(new DescribeImagesRequest { Owners = ["amazon"] })).Images;

        Assert.Equal("arm64", images.MaxBy(image => image.CreationDate, StringComparer.Ordinal)!.Architecture.Value);
    }

    [Fact]
    public async Task Images_and_regions_are_found_by_wildcards()
    {
        var images = await ec2.DescribeImagesAsync(new DescribeImagesRequest { Filters = [new Filter("name", ["al2023-ami-*-x86_64"])] });
        Assert.Equal("x86_64", Assert.Single(images.Images).Architecture.Value);

        var regions = await ec2.DescribeRegionsAsync(new DescribeRegionsRequest { Filters = [new Filter("region-name", ["us-*"])] });
        Assert.Equal(["us-east-1", "us-east-2", "us-west-1", "us-west-2"], regions.Regions.Select(region => region.RegionName));
    }

    [Fact]
    public async Task Images_come_in_pages()
    {
        var all = (await ec2.DescribeImagesAsync(new DescribeImagesRequest())).Images.ConvertAll(image => image.ImageId);

        var pages = new List<List<string>>();
        var request = new DescribeImagesRequest { MaxResults = all.Count - 1 };
        do
        {
            var page = await ec2.DescribeImagesAsync(request);
            pages.Add(page.Images.ConvertAll(image => image.ImageId));
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);

        Assert.Equal([all[..^1], all[^1..]], pages);
        Assert.Null((await ec2.DescribeImagesAsync(new DescribeImagesRequest { MaxResults = all.Count })).NextToken);
        request.NextToken = "no token";
        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.DescribeImagesAsync(request));
        Assert.Equal("InvalidNextToken", error.ErrorCode);
    }

    [Fact]
    public async Task Page_size_and_ids_together_are_refused()
    {
        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(
            () => ec2.DescribeInstancesAsync(new DescribeInstancesRequest { MaxResults = 5, InstanceIds = [aws.Ec2.RunInstances(1)[0]] }));
        Assert.Equal("InvalidParameterCombination", error.ErrorCode);
    }

    [Fact]
    public async Task A_client_token_launches_once()
    {
        var request = Launch(count: 3);
        request.ClientToken = "token-1";

        var first = await ec2.RunInstancesAsync(request);
        var again = await ec2.RunInstancesAsync(request);

        Assert.Equal(3, first.Reservation.Instances.Count);
        Assert.Equal(first.Reservation.ReservationId, again.Reservation.ReservationId);
        Assert.Equal(3, (await Find()).Count);

        request.InstanceType = InstanceType.M5Large;
        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.RunInstancesAsync(request));
        Assert.Equal("IdempotentParameterMismatch", error.ErrorCode);
    }

    [Fact]
    public async Task A_launched_instance_has_what_was_asked_for()
    {
        var request = Launch(count: 1);
        request.TagSpecifications = [new() { ResourceType = ResourceType.Instance, Tags = [new("name", "first")] }];
        await ec2.RunInstancesAsync(request);

        var reservation = Assert.Single((await ec2.DescribeInstancesAsync(new DescribeInstancesRequest())).Reservations);
        var instance = Assert.Single(reservation.Instances);
        Assert.Equal(("123456789012", "ami-12345678", "t3.micro"), (reservation.OwnerId, instance.ImageId, instance.InstanceType.Value));
        Assert.Equal((InstanceStateName.Running, "first"), (instance.State.Name, Assert.Single(instance.Tags).Value));
    }

    [Fact]
    public async Task A_dry_run_launches_nothing()
    {
        var request = Launch(count: 1);
        request.DryRun = true;

        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.RunInstancesAsync(request));
        Assert.Equal("DryRunOperation", error.ErrorCode);
        Assert.Empty(await Find());
    }

    [Fact]
    public async Task A_malformed_image_id_is_refused()
    {
        var request = Launch(count: 1);
        request.ImageId = "image";

        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.RunInstancesAsync(request));
        Assert.Equal("InvalidAMIID.Malformed", error.ErrorCode);
    }

    [Fact]
    public async Task What_is_no_id_is_told_from_what_does_not_exist()
    {
        foreach (var id in new[] { "instance", "i-xyz", "i-12345" })
        {
            var error = await Assert.ThrowsAsync<AmazonEC2Exception>(
                () => ec2.TerminateInstancesAsync(new TerminateInstancesRequest { InstanceIds = [id] }));
            Assert.Equal("InvalidInstanceID.Malformed", error.ErrorCode);
        }
        var image = await Assert.ThrowsAsync<AmazonEC2Exception>(
            () => ec2.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = ["image"] }));
        Assert.Equal("InvalidAMIID.Malformed", image.ErrorCode);
    }

    [Fact]
    public async Task Terminating_tells_both_states_and_touches_none_if_one_is_unknown()
    {
        var ids = aws.Ec2.RunInstances(2);
        await Assert.ThrowsAsync<AmazonEC2Exception>(
            () => ec2.TerminateInstancesAsync(new TerminateInstancesRequest { InstanceIds = [ids[0], "i-0123456789abcdef0"] }));
        Assert.Equal(2, (await Find(new Filter("instance-state-name", ["running"]))).Count);

        var change = Assert.Single((await ec2.TerminateInstancesAsync(new TerminateInstancesRequest { InstanceIds = [ids[0]] })).TerminatingInstances);
        Assert.Equal((InstanceStateName.Running, InstanceStateName.ShuttingDown), (change.PreviousState.Name, change.CurrentState.Name));
        Assert.Equal([ids[0]], await Find(new Filter("instance-state-name", ["terminated"])));
        change = Assert.Single((await ec2.TerminateInstancesAsync(new TerminateInstancesRequest { InstanceIds = [ids[0]] })).TerminatingInstances);
        Assert.Equal((InstanceStateName.Terminated, InstanceStateName.Terminated), (change.PreviousState.Name, change.CurrentState.Name));
    }

    [Fact]
    public async Task Images_and_regions_are_described()
    {
        var images = (await ec2.DescribeImagesAsync(new DescribeImagesRequest { Owners = ["amazon"] })).Images;
        Assert.True(images.Count > 1);
        var one = await ec2.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [images[1].ImageId] });
        Assert.Equal(images[1].Name, Assert.Single(one.Images).Name);
        Assert.Empty((await ec2.DescribeImagesAsync(new DescribeImagesRequest { Owners = ["self"] })).Images ?? []);
        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(
            () => ec2.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = ["ami-0fffffffffffffff0"] }));
        Assert.Equal("InvalidAMIID.NotFound", error.ErrorCode);

        Assert.Contains((await ec2.DescribeRegionsAsync()).Regions, region => region.RegionName == "eu-west-1");
        var regions = await ec2.DescribeRegionsAsync(new DescribeRegionsRequest { RegionNames = ["us-east-2"] });
        Assert.Equal("ec2.us-east-2.amazonaws.com", Assert.Single(regions.Regions).Endpoint);
    }

    [Fact]
    public async Task An_operation_that_is_not_implemented_is_named()
    {
        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.DescribeVpcsAsync(new DescribeVpcsRequest()));
        Assert.Equal(HttpStatusCode.NotImplemented, error.StatusCode);
        Assert.Equal("The embedded endpoint does not implement ec2:DescribeVpcs.", error.Message);
    }

    private static RunInstancesRequest Launch(int count) =>
        new() { ImageId = "ami-12345678", InstanceType = InstanceType.T3Micro, MinCount = 1, MaxCount = count };

    private async Task<List<string>> Find(params List<Filter> filters)
    {
        var answer = await ec2.DescribeInstancesAsync(new DescribeInstancesRequest { Filters = filters });
        return (answer.Reservations ?? []).SelectMany(reservation => reservation.Instances).Select(instance => instance.InstanceId).ToList();
    }
}
