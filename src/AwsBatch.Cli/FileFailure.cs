namespace AwsBatch.Cli.Output;

/// <summary>What the platform says where a file cannot be written.</summary>
internal static class WriteFailure
{
    /// <summary>It as one kind of exception; null if this is another mishap.</summary>
    public static IOException? Find(Exception exception) => exception switch
    {
        IOException failure => failure,
        UnauthorizedAccessException => new IOException(exception.Message, exception),
        // Of a file that may not grow, because of a quota or its file system, the platform finds fault with the argument.
        ArgumentOutOfRangeException => new IOException("the file may not grow any further.", exception),
        _ => null,
    };
}
