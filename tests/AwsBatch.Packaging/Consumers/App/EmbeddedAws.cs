using AwsBatch.Testing;

namespace App;

/// <summary>What the app runs against; internal, and used by its tests.</summary>
internal static class EmbeddedAws
{
    public static async Task<AwsEndpoint> StartAsync()
    {
        var aws = await AwsEndpoint.StartAsync();
        aws.S3.CreateBucket("data");
        aws.Ec2.RunInstances(count: 3);
        return aws;
    }
}
