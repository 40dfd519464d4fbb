using AwsBatch;
using AwsBatch.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Capabilities;

/// <summary>An app's services over the embedded endpoint, with a bucket of 2,500 objects, 40 instances and a queue in it.</summary>
internal sealed class Account : IAsyncDisposable
{
    public const string Bucket = "logs";

    private readonly ServiceProvider provider;

    private Account(AwsEndpoint endpoint)
    {
        Endpoint = endpoint;
        provider = new ServiceCollection()
            .AddAwsBatch(options => options.UseEndpoint(endpoint))
            .AddDynamic()
            .Services.BuildServiceProvider();
    }

    public AwsEndpoint Endpoint { get; }

    public IS3Batch S3 => provider.GetRequiredService<IS3Batch>();

    public IEc2Batch Ec2 => provider.GetRequiredService<IEc2Batch>();

    public ISqsBatch Sqs => provider.GetRequiredService<ISqsBatch>();

    public IStsBatch Sts => provider.GetRequiredService<IStsBatch>();

    public IAwsBatch Aws => provider.GetRequiredService<IAwsBatch>();

    public IPerfStats Stats => provider.GetRequiredService<IPerfStats>();

    public IRequestDeduplicator Deduplicator => provider.GetRequiredService<IRequestDeduplicator>();

    public static async Task<Account> OpenAsync()
    {
        var account = new Account(await AwsEndpoint.StartAsync());
        account.Endpoint.S3.CreateBucket(Bucket);
        for (var number = 0; number < 2_500; number++)
            account.Endpoint.S3.Put(Bucket, Key(number), $"line {number}");
        account.Endpoint.Ec2.RunInstances(count: 40);
        account.Endpoint.Sqs.CreateQueue("jobs");
        return account;
    }

    public static string Key(int number) => $"part-{number:0000}";

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        await Endpoint.DisposeAsync();
    }
}
