namespace AwsBatch.Dynamic.Core;

/// <summary>The file that an answer goes to cannot be written. What the platform said is told, not held: it says the same of a connection.</summary>
internal sealed class OutputFileException(string path, Exception cause) : Exception($"'{path}' cannot be written: {cause.Message}");
