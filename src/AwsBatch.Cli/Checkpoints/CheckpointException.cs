namespace AwsBatch.Cli.Checkpoints;

/// <summary>The checkpoint failed while requests were run: its disk is full, say.</summary>
internal sealed class CheckpointException(string path, string what, IOException exception)
    : Exception($"checkpoint '{path}' cannot be {what}: {exception.Message}", exception);
