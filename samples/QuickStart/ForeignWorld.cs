using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.S3.Model;
using AwsBatch;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>
/// An endpoint given by URL. It gets a bucket of its own, filled and removed by batches; instances and functions are
/// taken as they are.
/// </summary>
internal sealed class ForeignWorld : IWorld
{
    private readonly string url;
    private readonly ServiceProvider services;

    private ForeignWorld(string url)
    {
        this.url = url;
        services = new ServiceCollection().AddAwsBatch(options =>
        {
            options.EndpointUrl = url;
            options.Region = Environment.GetEnvironmentVariable("AWS_REGION") ?? "us-east-1";

            // A local emulator takes any credentials; everything else needs the user's own.
            if (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback && Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") is null)
                options.Credentials = new BasicAWSCredentials("test", "test");
        }).Services.BuildServiceProvider();
    }

    public string Name => url;

    public string Bucket { get; } = $"quickstart-{Guid.NewGuid():N}";

    public IReadOnlyList<string> Keys { get; } = [.. Enumerable.Range(0, 500).Select(number => $"part-{number:000}.json")];

    public IReadOnlyList<string> Functions { get; private set; } = [];

    public IServiceProvider Services => services;

    private IS3Batch S3 => services.GetRequiredService<IS3Batch>();

    public static async Task<ForeignWorld> EnterAsync(string url, CancellationToken cancellationToken)
    {
        var world = new ForeignWorld(url);
        var allOrNothing = new BatchOptions { FailFast = true };
        var functions = ILambdaBatch.ListFunctions(new ListFunctionsRequest());
        var entered = await world.services.GetRequiredService<IAwsBatch>().RunAsync(
            [functions, IS3Batch.CreateBucket(new PutBucketRequest { BucketName = world.Bucket })], allOrNothing, cancellationToken);
        world.Functions = [.. (entered.Get(functions).Response!.Functions ?? []).Select(function => function.FunctionName)];

        var puts = await world.S3.PutObjectBatchAsync(
            world.Keys.Select(key => new PutObjectRequest { BucketName = world.Bucket, Key = key, ContentBody = "{}" }),
            allOrNothing,
            cancellationToken);
        Console.WriteLine($"Filled {world.Bucket}: {puts.Summary}.");
        return world;
    }

    public async ValueTask DisposeAsync()
    {
        await S3.DeleteObjectBatchAsync(Keys.Select(key => new DeleteObjectRequest { BucketName = Bucket, Key = key }));
        await S3.DeleteBucketAsync(new DeleteBucketRequest { BucketName = Bucket });
        await services.DisposeAsync();
    }
}
