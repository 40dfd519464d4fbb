using Amazon.Runtime;
using Amazon.S3.Model;
using LambdaSdk.Tests.Emulator;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Specification;

/// <summary>The AWS that the scenarios run against: here the <c>moto_server</c> emulator.</summary>
public sealed class World : IAsyncLifetime
{
    public const string Bucket = "specification";

    private readonly MotoServer moto = new();
    private ServiceProvider? provider;

    public IServiceProvider Services => provider!;

    public async Task InitializeAsync()
    {
        await moto.InitializeAsync();
        if (MotoServer.Executable is null)
            return;

        var services = new ServiceCollection();
        services.AddAwsBatch(aws =>
        {
            aws.EndpointUrl = moto.Url;
            aws.Region = "us-east-1";
            aws.Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "not-a-real-secret");
        });
        provider = services.BuildServiceProvider(validateScopes: true);
        await FillAsync(provider.GetRequiredService<IWorldSetup>());
    }

    public async Task DisposeAsync()
    {
        if (provider is not null)
            await provider.DisposeAsync();
        await moto.DisposeAsync();
    }

    private static async Task FillAsync(IWorldSetup s3)
    {
        await s3.CreateBucketAsync(new PutBucketRequest { BucketName = Bucket });
        var puts = await s3.PutObjectBatchAsync(Enumerable.Range(0, 20).Select(number =>
            new PutObjectRequest { BucketName = Bucket, Key = $"key-{number}", ContentBody = $"content of {number}" }));
        Assert.Empty(puts.Failed.Select(item => item.Error?.ToString()));
    }
}

[BatchService("s3", "CreateBucket", "PutObject")]
internal partial interface IWorldSetup;
