namespace AwsBatch.Clients;

/// <summary>What makes two pools different: account × region or endpoint × service.</summary>
/// <param name="Service">The service as the AWS CLI names it.</param>
/// <param name="Target">Account, region and endpoint, nothing left to inherit.</param>
internal readonly record struct PoolKey(string Service, BatchTarget Target);
