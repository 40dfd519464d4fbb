using System.Text;
using AwsBatch.Cli.Observation;

namespace AwsBatch.Cli.Report;

/// <summary>
/// The file of <c>--report</c>: what is wrong with it shows before anything is sent. A regular one is replaced when the page
/// is whole; a pipe or a device is written to.
/// </summary>
internal sealed class ReportFile : IDisposable
{
    private readonly string path;
    private readonly string? unfinishedPath;
    private readonly FileStream page;

    private ReportFile(string path)
    {
        this.path = RealPath.Of(path);
        if (OpenSpecial(path) is { } special)
        {
            page = special;
            return;
        }

        // Under a name that nothing has: neither a file of the user's nor another one of this run.
        unfinishedPath = $"{this.path}.{Path.GetRandomFileName()}.part";
        page = new FileStream(unfinishedPath, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

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
        catch (Exception exception) when (FileFailure.IsOfOpening(exception))
        {
            throw new UsageException($"--report '{path}' cannot be written: {exception.Message}");
        }
    }

    /// <summary>Writes the page, in place of an earlier one.</summary>
    /// <exception cref="IOException">It cannot be written after all.</exception>
    public void Write(RunRecord run)
    {
        var html = Encoding.UTF8.GetBytes(HtmlReport.Render(run));
        try
        {
            Write(html);
        }
        catch (Exception exception) when (FileFailure.Find(exception) is { } failure)
        {
            throw failure;
        }
    }

    public void Dispose()
    {
        page.Dispose();
        if (unfinishedPath is not null)
            File.Delete(unfinishedPath);
    }

    private void Write(byte[] html)
    {
        // Behind the records, where both go to one file.
        if (page.CanSeek)
            page.Seek(0, SeekOrigin.End);
        page.Write(html);
        page.Dispose();
        if (unfinishedPath is not null)
            File.Move(unfinishedPath, path, overwrite: true);
    }

    // Null of a regular file, or of none yet. What is opened by its own path may be a descriptor that has no other.
    private FileStream? OpenSpecial(string given)
    {
        if (!File.Exists(given))
            return null;
        var file = new FileStream(given, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        if (RealPath.IsDevice(path) || !file.CanSeek)
            return file;
        file.Dispose();
        return null;
    }
}
