namespace AwsBatch.Dynamic.Core;

/// <summary>
/// A file that appears under its name when it is complete. Until then it has a name beside it, which ends in <c>.part</c>; if it
/// never is complete, nothing is left.
/// </summary>
internal sealed class UnfinishedFile : IAsyncDisposable
{
    private readonly string path;
    private readonly string unfinishedPath;
    private readonly FileStream file;
    private bool isComplete;

    private UnfinishedFile(string path)
    {
        this.path = path;

        // A name that nothing has: neither a file of the user's nor another answer.
        unfinishedPath = $"{path}.{Path.GetRandomFileName()}.part";
        file = new FileStream(unfinishedPath, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
    }

    /// <exception cref="OutputFileException">It cannot be written.</exception>
    public static UnfinishedFile Open(string path)
    {
        try
        {
            return new UnfinishedFile(path);
        }
        catch (Exception exception) when (IsOfTheFile(exception))
        {
            throw new OutputFileException(path, exception);
        }
    }

    /// <exception cref="OutputFileException">It cannot be written.</exception>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await file.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsOfTheFile(exception))
        {
            throw new OutputFileException(path, exception);
        }
    }

    /// <summary>Gives it its name, in place of what is there.</summary>
    /// <exception cref="OutputFileException">It cannot have it.</exception>
    public async ValueTask CompleteAsync()
    {
        try
        {
            await file.DisposeAsync().ConfigureAwait(false);
            File.Move(unfinishedPath, path, overwrite: true);
            isComplete = true;
        }
        catch (Exception exception) when (IsOfTheFile(exception))
        {
            throw new OutputFileException(path, exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await file.DisposeAsync().ConfigureAwait(false);
        if (!isComplete)
            File.Delete(unfinishedPath);
    }

    // Of a file that may not grow, because of a quota or its file system, the platform finds fault with the argument; of a path
    // that is none, too.
    private static bool IsOfTheFile(Exception exception) => exception is IOException or UnauthorizedAccessException or ArgumentException;
}
