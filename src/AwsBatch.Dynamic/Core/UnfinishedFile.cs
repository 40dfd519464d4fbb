namespace AwsBatch.Dynamic.Core;

/// <summary>A file that appears under its name when it is complete; until then <c>.part</c> is added to it, and if it never is, nothing is left.</summary>
internal sealed class UnfinishedFile : IAsyncDisposable
{
    private const string Unfinished = ".part";

    private readonly string path;
    private readonly FileStream file;
    private bool isComplete;

    private UnfinishedFile(string path)
    {
        this.path = path;
        file = new FileStream(path + Unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
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
            File.Move(path + Unfinished, path, overwrite: true);
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
            File.Delete(path + Unfinished);
    }

    private static bool IsOfTheFile(Exception exception) => exception is IOException or UnauthorizedAccessException;
}
