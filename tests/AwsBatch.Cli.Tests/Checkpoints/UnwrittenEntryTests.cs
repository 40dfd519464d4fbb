using System.Diagnostics;
using System.Text.Json;
using AwsBatch.Cli.Checkpoints;
using AwsBatch.Cli.Input;
using AwsBatch.Cli.Tests.Support;

namespace AwsBatch.Cli.Tests.Checkpoints;

/// <summary>Entries that a disk had no room for, or only for a part of.</summary>
public sealed class UnwrittenEntryTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(path);

    [Fact]
    public void What_could_not_be_written_down_is_not_taken_for_written_at_the_next_attempt()
    {
        var change = RequestEntry.Read(new InputValue(Index: 0, Line: 1, JsonElement.Parse(Requests.Delete("logs", "a"))));
        var checkpoint = new Checkpoint(path, isResumed: false);
        checkpoint.Dispose();

        Assert.Throws<ObjectDisposedException>(() => checkpoint.Begin(change));
        Assert.Throws<ObjectDisposedException>(() => checkpoint.Begin(change));
    }

    [Fact]
    public void What_was_cut_off_does_not_hide_what_comes_after_it()
    {
        using (var log = CheckpointLog.Open(path, static (_, _) => { }))
        {
            log.Append(new EntryHead(EntryKind.Begun, Index: 1, Fingerprint: 1, Length: 0), []);
            LeaveHalfAnEntry();
            log.Append(new EntryHead(EntryKind.Begun, Index: 2, Fingerprint: 2, Length: 0), []);
        }

        var indexes = new List<int>();
        using (CheckpointLog.Open(path, (head, _) => indexes.Add(head.Index)))
            Assert.Equal([1, 2], indexes);
    }

    // By another process: the log is this one's alone.
    private void LeaveHalfAnEntry()
    {
        using var shell = Process.Start("sh", ["-c", "printf half >> \"$0\"", path]);
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
