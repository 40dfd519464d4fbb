using AwsBatch.Cli.Observation;

namespace AwsBatch.Cli.Report;

/// <summary>The file of <c>--report</c>: what is wrong with it shows before anything is sent.</summary>
internal sealed class ReportFile : IDisposable
{
    private readonly string path;
    private readonly StreamWriter unfinished;

    private ReportFile(string path)
    {
        this.path = path;
        unfinished = new StreamWriter(UnfinishedPath, append: false);
    }

    private string UnfinishedPath => path + ".part";

    /// <param name="path">Null if none is wanted.</param>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static ReportFile? Open(string? path)
    {
        if (path is null)
            return null;
        try
        {
            return Directory.Exists(path) ? throw new IOException("it is a directory.") : new ReportFile(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"--report '{path}' cannot be written: {exception.Message}");
        }
    }

    /// <summary>Writes the page, in place of an earlier one.</summary>
    /// <exception cref="IOException">It cannot be written after all.</exception>
    public void Write(RunRecord run)
    {
        unfinished.Write(HtmlReport.Render(run));
        unfinished.Dispose();
        File.Move(UnfinishedPath, path, overwrite: true);
    }

    public void Dispose()
    {
        unfinished.Dispose();
        File.Delete(UnfinishedPath);
    }
}
