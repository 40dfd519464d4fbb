namespace AwsBatch.Dynamic.Core;

/// <summary>
/// The file that an answer goes to cannot be written. The platform's exception is quoted, not kept as the cause: it is of the kind that
/// lost connections end in, and would be retried as one.
/// </summary>
internal sealed class OutputFileException(string path, Exception cause) : Exception($"'{path}' cannot be written: {cause.Message}");
