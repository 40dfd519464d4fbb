namespace AwsBatch.Testing.Services;

/// <summary>Who owns what the services hold, where, and by which clock it is dated.</summary>
internal sealed record ServiceAccount(string Id, string Region, TimeProvider Time);
