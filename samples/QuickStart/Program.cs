using System.CommandLine;
using AwsBatch;
using Microsoft.Extensions.DependencyInjection;
using QuickStart;

var endpointUrl = new Option<string?>("--endpoint-url")
{
    Description = "Runs against this endpoint, such as a local emulator, instead of the embedded one. Needs a bucket of its own; removes it afterwards.",
};
var concurrency = new Option<int>("--concurrency") { Description = "How many requests may be in flight.", DefaultValueFactory = _ => 32 };
concurrency.Validators.Add(static option =>
{
    if (option.GetValueOrDefault<int>() < 1)
        option.AddError("--concurrency must be at least 1.");
});

var command = new RootCommand("A mixed S3 + EC2 + Lambda batch, start to end.") { endpointUrl, concurrency };
command.SetAction(async (parsed, cancellationToken) =>
{
    try
    {
        await RunAsync(parsed, cancellationToken);
        return 0;
    }
    catch (Exception exception) when (exception is BatchFailedException or AwsBatchConfigurationException)
    {
        await Console.Error.WriteLineAsync(exception.Message);
        return 1;
    }
});
return await command.Parse(args).InvokeAsync();

async Task RunAsync(ParseResult parsed, CancellationToken cancellationToken)
{
    await using IWorld world = parsed.GetValue(endpointUrl) is { } url
        ? await ForeignWorld.EnterAsync(url, cancellationToken)
        : await EmbeddedWorld.StartAsync();
    Console.WriteLine($"AWS is {world.Name}: {world.Keys.Count} objects in {world.Bucket}, {world.Functions.Count} functions.");

    var requests = MixedBatch.Of(world);
    var aws = world.Services.GetRequiredService<IAwsBatch>();
    var results = await LiveProgress.ShowAsync(requests.Count, progress => aws.RunAsync(
        requests,
        new BatchOptions { Concurrency = parsed.GetValue(concurrency), Progress = progress },
        cancellationToken));

    ResultReport.Print(results);
}
