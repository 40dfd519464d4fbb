using AwsBatch.Retries;

namespace AwsBatch.Tests.Retries;

public sealed class BucketRegionsTests
{
    private static readonly BatchTarget Target = new() { Region = "eu-west-1", Profile = "one" };
    private readonly BucketRegions regions = new();

    [Fact]
    public void A_bucket_learnt_goes_to_its_region_and_others_where_they_would()
    {
        regions.Learn(Target, "far", "us-west-2");

        Assert.Equal(Target with { Region = "us-west-2" }, regions.Correct(Target, "far"));
        Assert.Same(Target, regions.Correct(Target, "near"));
        Assert.Same(Target, regions.Correct(Target, null));
    }

    [Fact]
    public void Accounts_and_endpoints_share_nothing()
    {
        regions.Learn(Target, "far", "us-west-2");

        Assert.Equal("eu-west-1", regions.Correct(Target with { Profile = "two" }, "far").Region);
        Assert.Equal("eu-west-1", regions.Correct(Target with { EndpointUrl = "http://localhost:9000" }, "far").Region);
    }

    [Fact]
    public void A_bucket_made_anew_elsewhere_is_learnt_again()
    {
        regions.Learn(Target, "far", "us-west-2");
        regions.Learn(Target with { Region = "us-west-2" }, "far", "ap-south-1");

        Assert.Equal("ap-south-1", regions.Correct(Target, "far").Region);
    }

    [Fact]
    public void The_map_does_not_grow_without_end()
    {
        for (var number = 0; number < 5_000; number++)
            regions.Learn(Target, $"bucket-{number}", "us-west-2");

        Assert.Equal("eu-west-1", regions.Correct(Target, "bucket-0").Region);
        Assert.Equal("us-west-2", regions.Correct(Target, "bucket-4998").Region);
        Assert.Equal("us-west-2", regions.Correct(Target, "bucket-4999").Region);
    }

    [Fact]
    public void What_was_just_learnt_is_known_however_much_was_before()
    {
        Assert.True(regions.IsEmpty);

        for (var number = 0; number < 5_000; number++)
        {
            regions.Learn(Target, $"bucket-{number}", "us-west-2");

            Assert.False(regions.IsEmpty);
            Assert.Equal("us-west-2", regions.Correct(Target, $"bucket-{number}").Region);
        }
    }
}
