namespace AwsBatch.Cli;

/// <summary>What the user asked for cannot be done, and nothing was sent: the message says what would be right.</summary>
internal sealed class UsageException(string message) : Exception(message);
