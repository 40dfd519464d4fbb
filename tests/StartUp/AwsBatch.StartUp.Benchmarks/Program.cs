using AwsBatch;
using AwsBatch.StartUp;
using Microsoft.Extensions.DependencyInjection;

var firstRequest = new FirstRequest();
var services = new ServiceCollection();
services.AddAwsBatch(options =>
{
    options.EndpointUrl = args[0];
    options.Region = FirstRequest.Region;
    options.Credentials = FirstRequest.Credentials;
});
await using var provider = services.BuildServiceProvider();
var s3 = provider.GetRequiredService<IS3Batch>();
await firstRequest.SendAsync(request => s3.HeadObjectAsync(request));

[BatchService("s3", "HeadObject")]
internal partial interface IS3Batch;
