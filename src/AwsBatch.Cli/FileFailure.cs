namespace AwsBatch.Cli;

/// <summary>What the platform says where a file cannot be used.</summary>
internal static class FileFailure
{
    /// <summary>Whether a file cannot be opened: there is none, it is not allowed, or its path is none.</summary>
    public static bool IsOfOpening(Exception exception) => exception is IOException or UnauthorizedAccessException or ArgumentException;

    /// <summary>Why a file that is open cannot be read or written, as one kind of exception; null if this is another mishap.</summary>
    public static IOException? Find(Exception exception) => exception switch
    {
        IOException failure => failure,
        UnauthorizedAccessException => new IOException(exception.Message, exception),
        // Of a file that may not grow, because of a quota or its file system, the platform finds fault with the argument.
        ArgumentOutOfRangeException => new IOException("the file may not grow any further.", exception),
        _ => null,
    };
}
