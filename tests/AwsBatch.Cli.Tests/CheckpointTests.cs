using System.Text.Json;
using AwsBatch.Cli.Checkpoints;
using AwsBatch.Cli.Tests.Support;
using AwsBatch.Testing;

namespace AwsBatch.Cli.Tests;

public sealed class CheckpointTests : IAsyncLifetime
{
    private AwsEndpoint aws = null!;
    private Tool tool = null!;

    public async Task InitializeAsync()
    {
        aws = await AwsEndpoint.StartAsync();
        tool = Tool.For(aws);
        aws.S3.CreateBucket("logs");
        for (var number = 0; number < 100; number++)
            aws.S3.Put("logs", $"{number}", "hello");
    }

    public async Task DisposeAsync()
    {
        await aws.DisposeAsync();
        tool.Dispose();
    }

    [Fact]
    public async Task A_killed_run_goes_on_and_every_request_is_answered_once()
    {
        // Of each ten requests one changes something.
        var file = tool.Write("mixed.ndjson", [.. Enumerable.Range(0, 100).Select(number =>
            number % 10 == 3 ? Requests.Delete("logs", $"deleted-{number}") : Requests.Head("logs", number == 50 ? "missing" : $"{number}"))]);
        aws.On("s3:*").Latency = LatencyDistribution.Constant(TimeSpan.FromMilliseconds(150));
        string[] run = ["run", file, "--checkpoint", "run.log", "--resume", "--concurrency", "4"];
        using (var process = tool.Start(run))
        {
            await Tool.UntilAsync(() => aws.Wire["s3:DeleteObject"].Requests >= 3 && aws.Wire["s3:HeadObject"].Requests >= 20);
            process.Kill();
            await process.WaitForExitAsync();
        }

        aws.On("s3:*").Latency = null;
        var resumed = await tool.RunAsync(run);
        var again = await tool.RunAsync(run);

        Assert.Equal((1, 1), (resumed.ExitCode, again.ExitCode));
        Assert.Equal(Enumerable.Range(0, 100), resumed.Records.Select(record => record.GetProperty("index").GetInt32()));
        Assert.Equal(resumed.Output, again.Output);
        Assert.All(resumed.Records, record =>
        {
            var index = record.GetProperty("index").GetInt32();
            var error = record.GetProperty("error").GetString();
            if (index == 50)
                Assert.Contains("404", error!, StringComparison.Ordinal);
            else if (index % 10 == 3 && error is not null)
                Assert.Contains("OutcomeUnknown", error, StringComparison.Ordinal);
            else
                Assert.Null(error);
        });

        // No change was sent twice, and what was not sent before the kill was sent after it. Of the twenty and more that were
        // answered by then, some had not been written down yet.
        Assert.Equal(10, aws.Wire["s3:DeleteObject"].Requests);
        Assert.InRange(aws.Wire["s3:HeadObject"].Requests, 90, 109);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(tool.Home, "run.log")));
    }

    [Theory]
    [InlineData("awsbatch: checkpoint 'run.log' cannot be written: the file may not grow any further.\n", "--checkpoint", "run.log")]
    [InlineData("awsbatch: the output cannot be written: the file may not grow any further.\n", "--out", "run.log")]
    [InlineData("awsbatch: the report cannot be written: the file may not grow any further.\n", "--report", "run.log")]
    public async Task A_file_that_finds_no_room_is_told_by_its_name(string error, params string[] arguments)
    {
        if (OperatingSystem.IsWindows())
            return;
        tool.Write("heads.ndjson", [.. Enumerable.Range(0, 100).Select(number => Requests.Head("logs", $"{number}"))]);

        // No file grows beyond some KiB; the runtime's own mapping of code would count as one.
        tool.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using var process = tool.StartOther(
            "sh", "-c", $"trap '' XFSZ; ulimit -f 16; exec dotnet '{Tool.Program}' run heads.ndjson {string.Join(' ', arguments)}");
        var run = await Tool.EndAsync(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());

        Assert.Equal((1, error), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task A_checkpoint_is_not_run_over_nor_used_for_another_input()
    {
        var file = tool.Write("heads.ndjson", Requests.Head("logs", "1"), Requests.Head("logs", "2"));
        Assert.Equal(0, (await tool.RunAsync("run", file, "--checkpoint", "run.log")).ExitCode);

        var anew = await tool.RunAsync("run", file, "--checkpoint", "run.log");
        tool.Write("heads.ndjson", Requests.Head("logs", "1"), Requests.Head("logs", "3"));
        var other = await tool.RunAsync("run", file, "--checkpoint", "run.log", "--resume");
        var noCheckpoint = await tool.RunAsync("run", file, "--checkpoint", tool.Write("notes.txt", "notes"), "--resume");

        Assert.Equal((2, ""), (anew.ExitCode, anew.Output));
        Assert.Contains("--resume", anew.Error, StringComparison.Ordinal);
        Assert.Equal((2, ""), (other.ExitCode, other.Output));
        Assert.Contains("another input: the request on line 2", other.Error, StringComparison.Ordinal);
        Assert.Equal(2, noCheckpoint.ExitCode);
        Assert.Contains("is not a checkpoint", noCheckpoint.Error, StringComparison.Ordinal);
        Assert.Equal(2, aws.Wire.Requests);
    }

    [Fact]
    public async Task What_a_kill_cut_off_at_the_end_of_a_checkpoint_is_run_again()
    {
        var file = tool.Write("heads.ndjson", [.. Enumerable.Range(0, 5).Select(number => Requests.Head("logs", $"{number}"))]);
        var whole = await tool.RunAsync("run", file, "--checkpoint", "run.log", "--concurrency", "1");
        var log = Path.Combine(tool.Home, "run.log");
        await using (var cut = File.OpenWrite(log))
            cut.SetLength(cut.Length - 7);

        var resumed = await tool.RunAsync("run", file, "--checkpoint", "run.log", "--resume");

        Assert.Equal(6, aws.Wire.Requests);
        Assert.Equal(whole.Records.Select(Result), resumed.Records.Select(Result));

        static string Result(JsonElement record) => record.GetProperty("result").GetRawText();
    }

    [Fact]
    public async Task A_checkpoint_that_is_damaged_before_its_end_is_not_gone_on_with()
    {
        var file = tool.Write("heads.ndjson", [.. Enumerable.Range(0, 5).Select(number => Requests.Head("logs", $"{number}"))]);
        await tool.RunAsync("run", file, "--checkpoint", "run.log", "--concurrency", "1");
        var log = Path.Combine(tool.Home, "run.log");
        var entries = await File.ReadAllBytesAsync(log);
        var damaged = entries.ToArray();
        damaged[entries.AsSpan().IndexOf("HeadObject"u8)] ^= 1;
        await File.WriteAllBytesAsync(log, damaged);

        var resumed = await tool.RunAsync("run", file, "--checkpoint", "run.log", "--resume");

        Assert.Equal((2, ""), (resumed.ExitCode, resumed.Output));
        Assert.StartsWith("awsbatch: checkpoint 'run.log' is damaged at byte ", resumed.Error, StringComparison.Ordinal);
        Assert.Equal(5, aws.Wire.Requests);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(log));
    }

    [Theory]
    [InlineData(0, 0x7F)]
    [InlineData(0, 0xFF)]
    [InlineData(2, 0x7F)]
    [InlineData(3, 0x7F)]
    public async Task A_checkpoint_whose_damage_is_in_a_length_is_not_taken_for_one_that_is_cut_off(int entry, byte highest)
    {
        // Of each change two entries: that it is sent, and its record.
        var file = tool.Write("deletes.ndjson", Requests.Delete("logs", "1"), Requests.Delete("logs", "2"));
        await tool.RunAsync("run", file, "--checkpoint", "run.log", "--concurrency", "1");
        var log = Path.Combine(tool.Home, "run.log");
        var damaged = await File.ReadAllBytesAsync(log);
        damaged[LengthsOf(damaged).ElementAt(entry) + 3] = highest;
        await File.WriteAllBytesAsync(log, damaged);

        var resumed = await tool.RunAsync("run", file, "--checkpoint", "run.log", "--resume");

        Assert.Equal((2, ""), (resumed.ExitCode, resumed.Output));
        Assert.StartsWith("awsbatch: checkpoint 'run.log' is damaged at byte ", resumed.Error, StringComparison.Ordinal);
        Assert.Equal(2, aws.Wire.Requests);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(log));
    }

    [Fact]
    public async Task A_checkpoint_is_gone_on_with_wherever_a_kill_has_cut_it_off()
    {
        var file = tool.Write("deletes.ndjson", Requests.Delete("logs", "1"), Requests.Delete("logs", "2"));
        await tool.RunAsync("run", file, "--checkpoint", "run.log", "--concurrency", "1");
        var path = Path.Combine(tool.Home, "run.log");
        var whole = await File.ReadAllBytesAsync(path);
        var heads = LengthsOf(whole).ToList();

        for (var length = heads[0]; length < whole.Length; length++)
        {
            await File.WriteAllBytesAsync(path, whole[..length]);
            var entries = 0;
            using (CheckpointLog.Open(path, (_, _) => entries++))
                Assert.Equal(heads.Count(head => EndOf(head) <= length), entries);
        }

        int EndOf(int head) => head + 4 + BitConverter.ToInt32(whole, head) + 4;
    }

    [Fact]
    public async Task Zeros_that_a_power_cut_left_behind_a_checkpoint_are_dropped()
    {
        var file = tool.Write("heads.ndjson", [.. Enumerable.Range(0, 5).Select(number => Requests.Head("logs", $"{number}"))]);
        await tool.RunAsync("run", file, "--checkpoint", "run.log");
        await using (var log = File.OpenWrite(Path.Combine(tool.Home, "run.log")))
            log.SetLength(log.Length + 100);

        var resumed = await tool.RunAsync("run", file, "--checkpoint", "run.log", "--resume");

        Assert.Equal((0, 5), (resumed.ExitCode, resumed.Records.Count));
        Assert.Equal(5, aws.Wire.Requests);
    }

    [Fact]
    public async Task A_checkpoint_is_of_one_run_at_a_time()
    {
        aws.On("s3:*").Latency = LatencyDistribution.Constant(TimeSpan.FromSeconds(30));
        var file = tool.Write("heads.ndjson", Requests.Head("logs", "1"));
        using var first = tool.Start("run", file, "--checkpoint", "run.log");
        await Tool.UntilAsync(() => aws.Wire.Requests == 1);

        var second = await tool.RunAsync("run", file, "--checkpoint", "run.log", "--resume");
        first.Kill();
        await first.WaitForExitAsync();

        Assert.Equal((2, ""), (second.ExitCode, second.Output));
        Assert.StartsWith("awsbatch: checkpoint 'run.log' cannot be opened: ", second.Error, StringComparison.Ordinal);
        Assert.Equal(1, aws.Wire.Requests);
    }

    [Fact]
    public async Task A_dry_run_that_resumes_is_of_what_is_left()
    {
        var file = tool.Write("deletes.ndjson", Requests.Delete("logs", "1"), Requests.Head("logs", "1"), Requests.Delete("logs", "2"));
        Assert.Equal(0, (await tool.RunAsync("run", file, "--checkpoint", "run.log", "--shard", "1/3")).ExitCode);

        var dry = await tool.RunAsync("run", file, "--checkpoint", "run.log", "--resume", "--dry-run");

        Assert.StartsWith("2 requests would be sent, 1 of which may change something; 0 would not.", dry.Error, StringComparison.Ordinal);
        Assert.Equal([1, 2], dry.Records.Select(record => record.GetProperty("index").GetInt32()));
    }

    [Fact]
    public async Task A_resumed_run_does_not_ask_about_changes_that_are_made()
    {
        // Only a terminal is asked, and script makes one.
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/script"))
            return;
        var file = tool.Write("deletes.ndjson", Requests.Delete("logs", "1"), Requests.Delete("logs", "2"));
        Assert.Equal(0, (await tool.RunAsync("run", file, "--checkpoint", "run.log")).ExitCode);

        using var process = tool.StartOther(
            "/usr/bin/script", "--quiet", "--return", "--command", $"dotnet '{Tool.Program}' run '{file}' --checkpoint run.log --resume", "/dev/null");
        process.StandardInput.Close();
        var resumed = await Tool.EndAsync(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());

        Assert.DoesNotContain("[y/N]", resumed.Output, StringComparison.Ordinal);
        Assert.Equal((0, 2), (resumed.ExitCode, aws.Wire["s3:DeleteObject"].Requests));
    }

    // Where the lengths of a checkpoint's entries are.
    private static IEnumerable<int> LengthsOf(byte[] log)
    {
        const int Sum = 4;
        var start = log.AsSpan().IndexOf((byte)'\n') + 1;
        while (start < log.Length)
        {
            var length = start + CheckpointLog.HeadLength - sizeof(int);
            yield return length;
            start += CheckpointLog.HeadLength + BitConverter.ToInt32(log, length) + Sum;
        }
    }
}
