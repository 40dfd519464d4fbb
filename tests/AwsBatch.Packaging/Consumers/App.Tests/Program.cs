using Amazon.S3.Model;
using AwsBatch.Testing;
using Library;
using Microsoft.Extensions.DependencyInjection;

namespace App.Tests;

internal static class Program
{
    public static async Task Main()
    {
        await using var aws = await EmbeddedAws.StartAsync();

        // The app's AddAwsBatch is visible here too; this must be the one of this project, and know all three.
        await using var services = new ServiceCollection().AddAwsBatch(options => options.UseEndpoint(aws)).Services.BuildServiceProvider();
        services.GetRequiredService<IAppBatch>();

        await services.GetRequiredService<ITestsBatch>().CreateBucketAsync(new PutBucketRequest { BucketName = "more" });
        var listed = await services.GetRequiredService<ILibraryBatch>().ListBucketsAsync(new ListBucketsRequest());
        Console.WriteLine($"buckets: {listed.Buckets.Count}");
    }
}
