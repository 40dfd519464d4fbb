using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using AwsBatch.Cli.Tests.Support;
using AwsBatch.Testing;

namespace AwsBatch.Cli.Tests;

public sealed class PipeTests : IAsyncLifetime
{
    private AwsEndpoint aws = null!;
    private Tool tool = null!;

    public async Task InitializeAsync()
    {
        aws = await AwsEndpoint.StartAsync();
        tool = Tool.For(aws);
        aws.S3.CreateBucket("logs");
        aws.S3.Put("logs", "a", "hello");
    }

    public async Task DisposeAsync()
    {
        await aws.DisposeAsync();
        tool.Dispose();
    }

    [Theory]
    [InlineData("{\"service\":\"s3\",\"operation\":\"ListBuckets\"}\n{\"service\":\"s3\" \"operation\":1}\n", "line 2, column 17:")]
    [InlineData("[{\"service\":\"s3\",\"operation\":\"ListBuckets\"},\n  7]", "line 2, column 3: a request is a JSON object")]
    [InlineData("{\"service\":\"s3\",\"operation\":\"ListBuckets\"}\n{\"service\":\"s3\"", "line 2, column 16:")]
    public async Task Malformed_input_sends_nothing_and_says_where(string input, string where)
    {
        var fromPipe = await tool.RunWithInputAsync(input, "run");
        var fromFile = await tool.RunAsync("run", tool.Write("broken", input));

        Assert.All([fromPipe, fromFile], run =>
        {
            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.Contains(where, run.Error, StringComparison.Ordinal);
        });
        Assert.Equal(0, aws.Wire.Requests);
    }

    [Fact]
    public async Task A_pipe_is_answered_while_it_is_open_and_a_broken_line_ends_it_after_what_came_before()
    {
        using var process = tool.Start("run", "-");
        var error = process.StandardError.ReadToEndAsync();
        for (var number = 0; number < 3; number++)
        {
            await process.StandardInput.WriteLineAsync(Requests.Head("logs", number == 2 ? "missing" : "a"));
            await process.StandardInput.FlushAsync();
            var record = ToolResult.RecordsOf((await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)))!)[0];
            Assert.Equal(number, record.GetProperty("index").GetInt32());
        }

        await process.StandardInput.WriteLineAsync("{ not json");
        process.StandardInput.Close();
        var run = await Tool.EndAsync(process, process.StandardOutput.ReadToEndAsync(), error);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("stdin: line 4, column 3:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_line_ends_a_dry_run_after_what_came_before_it()
    {
        using var process = tool.Start("run", "--dry-run", "--output", "json");
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteLineAsync(Requests.Head("logs", "a"));
        await process.StandardInput.FlushAsync();
        var opening = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));

        await process.StandardInput.WriteAsync($"{Requests.Head("logs", "b")}\n{{ not json\n");
        process.StandardInput.Close();
        var run = await Tool.EndAsync(process, process.StandardOutput.ReadToEndAsync(), error);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(2, JsonElement.Parse(opening + run.Output).GetArrayLength());
        Assert.Contains("stdin: line 3, column 3:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_that_breaks_off_is_told_as_the_inputs_after_what_came_before()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var process = tool.StartOther(
            "bash", "-c", $"exec dotnet '{Tool.Program}' run < /dev/tcp/127.0.0.1/{((IPEndPoint)listener.LocalEndpoint).Port}");
        var error = process.StandardError.ReadToEndAsync();
        using var connection = await listener.AcceptSocketAsync().WaitAsync(TimeSpan.FromSeconds(30));
        await connection.SendAsync(Encoding.UTF8.GetBytes(Requests.Head("logs", "a") + "\n"));
        var record = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));

        // At once, and so not in good order.
        connection.Close(timeout: 0);
        var run = await Tool.EndAsync(process, process.StandardOutput.ReadToEndAsync(), error);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(JsonValueKind.Null, Assert.Single(ToolResult.RecordsOf(record!)).GetProperty("error").ValueKind);
        Assert.StartsWith("awsbatch: stdin: cannot be read on: ", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("1 request before it was run.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_sends_nothing()
    {
        // It opens, but what it holds nobody may read.
        if (!OperatingSystem.IsLinux())
            return;

        foreach (var command in new[] { "run", "validate" })
        {
            var run = await tool.RunAsync(command, "/proc/self/mem");

            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.StartsWith("awsbatch: /proc/self/mem: cannot be read on: ", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_reader_that_goes_ends_the_run_quietly()
    {
        using var process = tool.Start("run");
        var error = process.StandardError.ReadToEndAsync();
        var writing = Task.Run(async () =>
        {
            try
            {
                while (true)
                    await process.StandardInput.WriteLineAsync(Requests.Head("logs", "a"));
            }
            catch (IOException)
            {
                // The tool has gone.
            }
        });
        await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));

        process.StandardOutput.Close();
        var run = await Tool.EndAsync(process, Task.FromResult(""), error);
        await writing;

        Assert.Equal((141, ""), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task An_interrupted_run_ends_what_is_in_flight(string signal, int exitCode)
    {
        aws.On("s3:HeadObject").Latency = LatencyDistribution.Constant(TimeSpan.FromMilliseconds(700));
        var file = tool.Write("heads.ndjson", [.. Enumerable.Range(0, 100).Select(number => Requests.Head("logs", $"{number}"))]);
        using var process = tool.Start("run", file, "--concurrency", "2", "--unordered");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await Tool.UntilAsync(() => aws.Wire["s3:HeadObject"].Requests >= 3);

        Tool.Signal(process, signal);
        var run = await Tool.EndAsync(process, output, error);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(aws.Wire["s3:HeadObject"].Requests, run.Records.Count);
        Assert.InRange(run.Records.Count, 3, 20);
    }

    [Fact]
    public async Task A_run_interrupted_on_a_quiet_pipe_ends_with_its_records_and_its_report()
    {
        using var process = tool.Start("run", "--report", "run.html");
        await process.StandardInput.WriteLineAsync(Requests.Head("logs", "a"));
        await process.StandardInput.FlushAsync();
        var record = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Tool.Interrupt(process);
        var run = await Tool.EndAsync(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());

        Assert.Equal((130, "", ""), (run.ExitCode, run.Output, run.Error));
        Assert.Single(ToolResult.RecordsOf(record!));
        Assert.Contains("1 request", await File.ReadAllTextAsync(Path.Combine(tool.Home, "run.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_dry_run_ends_quietly()
    {
        using var process = tool.Start("run", "--dry-run");
        await process.StandardInput.WriteLineAsync(Requests.Head("logs", "a"));
        await process.StandardInput.FlushAsync();
        await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Tool.Interrupt(process);
        var run = await Tool.EndAsync(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());

        Assert.Equal((130, "", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Theory]
    [InlineData("run", "pipe")]
    [InlineData("run", "pipe", "--dry-run")]
    [InlineData("retry", "pipe")]
    public async Task A_run_interrupted_before_its_input_has_come_ends_quietly(params string[] arguments)
    {
        var pipe = Path.Combine(tool.Home, "pipe");
        using (var made = Process.Start("mkfifo", [pipe]))
            await made.WaitForExitAsync();
        using var process = tool.Start(arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());

        // Opens as soon as the tool has opened its end.
        await using var writer = await Task.Run(() => File.Open(pipe, FileMode.Open, FileAccess.Write, FileShare.Read)).WaitAsync(TimeSpan.FromSeconds(30));
        Tool.Interrupt(process);
        var run = await Tool.EndAsync(process, output, error);

        Assert.Equal((130, "", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task A_run_interrupted_while_it_waits_for_a_reader_of_its_output_ends_quietly()
    {
        using (var made = Process.Start("mkfifo", [Path.Combine(tool.Home, "pipe")]))
            await made.WaitForExitAsync();
        using var process = tool.Start("run", tool.Write("lists.ndjson", Requests.ListBuckets), "--report", "run.html", "--out", "pipe");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await Tool.UntilAsync(() => Directory.GetFiles(tool.Home, "run.html.*.part").Length == 1);

        Tool.Interrupt(process);
        var run = await Tool.EndAsync(process, output, error);

        Assert.Equal((130, "", ""), (run.ExitCode, run.Output, run.Error));
        Assert.Empty(Directory.GetFiles(tool.Home, "run.html*"));
        Assert.Equal(0, aws.Wire.Requests);
    }

    [Fact]
    public async Task A_run_whose_output_nobody_reads_can_be_ended()
    {
        // One record is more than a pipe holds. Where the third request is sent, the first is answered and on its way out.
        var note = new string('n', 200_000);
        var file = tool.Write("heads.ndjson", [.. Enumerable.Range(0, 4).Select(number =>
            $$$"""{"service":"s3","operation":"HeadObject","params":{"Bucket":"logs","Key":"{{{number}}}"},"note":"{{{note}}}"}""")]);
        using var process = tool.Start("run", file, "--concurrency", "1");
        await Tool.UntilAsync(() => aws.Wire.Requests >= 3);

        await Tool.UntilAsync(() =>
        {
            if (!process.HasExited)
                Tool.Interrupt(process);
            return process.HasExited;
        });

        Assert.Equal(130, process.ExitCode);
    }

    [Fact]
    public async Task A_run_interrupted_while_it_asks_sends_nothing()
    {
        // Only a terminal is asked, and script makes one.
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/script"))
            return;
        var file = tool.Write("deletes.ndjson", Requests.Delete("logs", "a"));
        using var process = tool.StartOther("/usr/bin/script", "--quiet", "--return", "--command", $"dotnet '{Tool.Program}' run '{file}'", "/dev/null");
        await ReadToAsync(process.StandardOutput, "[y/N] ");

        await process.StandardInput.WriteAsync('\u0003');
        await process.StandardInput.FlushAsync();
        var run = await Tool.EndAsync(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());

        Assert.Equal(130, run.ExitCode);
        Assert.Equal(0, aws.Wire.Requests);
    }

    private static async Task ReadToAsync(StreamReader reader, string end)
    {
        var read = "";
        var character = new char[1];
        while (!read.EndsWith(end, StringComparison.Ordinal))
        {
            Assert.Equal(1, await reader.ReadAsync(character).AsTask().WaitAsync(TimeSpan.FromSeconds(30)));
            read += character[0];
        }
    }
}
