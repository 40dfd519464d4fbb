namespace AwsBatch.Cli.Input;

/// <summary>
/// Where requests come from: a file, or a pipe. What is known to its end is checked before anything is sent: every regular
/// file, and a pipe whose end comes within the first MiB and without a pause.
/// </summary>
internal sealed class RequestInput
{
    /// <summary>What stands for the standard input in place of a path.</summary>
    public const string StandardInput = "-";

    // Where Linux says what a shell has redirected.
    private const string StandardInputLink = "/proc/self/fd/0";

    private readonly Func<ByteSource> open;

    private RequestInput(string name, bool isKnown, Func<ByteSource> open)
    {
        Name = name;
        IsKnown = isKnown;
        this.open = open;
    }

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>Whether it can be read to its end beforehand, and again.</summary>
    public bool IsKnown { get; }

    /// <summary>The file that is read; null if it is none, as far as can be known.</summary>
    /// <param name="path">A path; null or <c>-</c> for the standard input.</param>
    public static string? FileOf(string? path)
    {
        if (path is not (null or StandardInput))
            return path;
        try
        {
            return File.ResolveLinkTarget(StandardInputLink, returnFinalTarget: false)?.FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <param name="path">A path; null or <c>-</c> for the standard input.</param>
    /// <param name="clock">Times the pause that ends reading ahead.</param>
    /// <param name="cancellationToken">Ends reading ahead.</param>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static async Task<RequestInput> OpenAsync(string? path, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (path is null or StandardInput)
            return await OfPipeAsync("stdin", Console.OpenStandardInput(), clock, cancellationToken).ConfigureAwait(false);

        // A pipe without a writer opens when one comes.
        var file = await Task.Run(() => OpenFile(path), CancellationToken.None).WaitAsync(cancellationToken).ConfigureAwait(false);
        if (!file.CanSeek)
            return await OfPipeAsync(path, file, clock, cancellationToken).ConfigureAwait(false);
        await file.DisposeAsync().ConfigureAwait(false);
        return new RequestInput(path, isKnown: true, () => BytesOf(OpenFile(path)));
    }

    /// <summary>Its objects; of a pipe that is not known to its end, once.</summary>
    /// <exception cref="InputException">After the objects before it: here is none, or it cannot be read.</exception>
    public IAsyncEnumerable<InputValue> ReadAsync(CancellationToken cancellationToken) => JsonObjects.ReadAsync(Guard(open()), cancellationToken);

    private static async Task<RequestInput> OfPipeAsync(string name, Stream pipe, TimeProvider clock, CancellationToken cancellationToken)
    {
        var ahead = new PipeAhead(pipe);
        try
        {
            var isWhole = await ahead.ReadAsync(clock, cancellationToken).ConfigureAwait(false);
            return isWhole
                ? new RequestInput(name, isKnown: true, ahead.OpenWhole)
                : new RequestInput(name, isKnown: false, ahead.Open);
        }
        catch (Exception exception) when (FileFailure.Find(exception) is { } failure)
        {
            // Such as a directory.
            throw CannotBeRead(name, failure);
        }
    }

    // A failure to read is the input's: without a type of its own it would be taken for the output's.
    private static ByteSource Guard(ByteSource source) => async (buffer, cancellationToken) =>
    {
        try
        {
            return await source(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (FileFailure.Find(exception) is { } failure)
        {
            throw new UnreadableInputException(failure);
        }
    };

    // A file's bytes are there: to let another thread fetch them takes longer than to read them.
    private static ByteSource BytesOf(FileStream file) => (buffer, cancellationToken) =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(file.Read(buffer.Span));
    };

    private static UsageException CannotBeRead(string name, Exception exception) => new($"'{name}' cannot be read: {exception.Message}");

    private static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (FileFailure.IsOfOpening(exception))
        {
            throw CannotBeRead(path, exception);
        }
    }
}
