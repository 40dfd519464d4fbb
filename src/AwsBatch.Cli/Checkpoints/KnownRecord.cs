namespace AwsBatch.Cli.Checkpoints;

/// <summary>The record of a request that an earlier run has answered.</summary>
internal readonly record struct KnownRecord(byte[] Record, bool IsSuccess);
