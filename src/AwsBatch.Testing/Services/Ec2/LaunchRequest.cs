namespace AwsBatch.Testing.Services.Ec2;

internal sealed record LaunchRequest(int Count, string ImageId, string InstanceType, KeyValuePair<string, string>[] Tags);
