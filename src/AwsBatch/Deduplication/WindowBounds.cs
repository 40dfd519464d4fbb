namespace AwsBatch.Deduplication;

/// <summary>How much a window may hold; the oldest answer makes room for the newest.</summary>
/// <param name="Count">Answers, at least 1.</param>
/// <param name="Bytes">Bytes of answers, as their owner estimates them.</param>
internal sealed record WindowBounds(int Count = 4096, long Bytes = 64 * 1024 * 1024);
