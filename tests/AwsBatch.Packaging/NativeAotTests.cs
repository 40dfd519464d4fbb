using AwsBatch.Packaging.Building;
using AwsBatch.Testing;

namespace AwsBatch.Packaging;

/// <summary>Half of this project's time; <c>dotnet test --filter Category!=NativeAot</c> leaves it out.</summary>
[Collection(WorkshopCollection.Name)]
[Trait("Category", "NativeAot")]
public class NativeAotTests(Workshop workshop)
{
    [NativeToolchainFact]
    public async Task The_sample_publishes_without_a_trim_or_AOT_warning_and_runs_its_batch()
    {
        await using var aws = await AwsEndpoint.StartAsync();
        aws.S3.CreateBucket("data");
        aws.Ec2.RunInstances(count: 3);
        var credentials = aws.Credentials.GetCredentials();

        var published = await workshop.PublishAsync("samples/NativeAot");
        var run = await ChildProcess.RunAsync(
            Path.Combine(published, "NativeAot"),
            [aws.Url.AbsoluteUri],
            published,
            new Dictionary<string, string>
            {
                ["AWS_ACCESS_KEY_ID"] = credentials.AccessKey,
                ["AWS_SECRET_ACCESS_KEY"] = credentials.SecretKey,
                ["AWS_REGION"] = aws.Region,
            });

        var lines = run.Clean().Output.Trim().Split(Environment.NewLine);
        Assert.Equal("buckets: 1", lines[0]);
        Assert.Equal("instances: 3", lines[1]);
        Assert.StartsWith("#2: s3:HeadObject failed with NotFound", lines[2], StringComparison.Ordinal);
        Assert.Equal(3, aws.Wire.Requests);
    }
}
