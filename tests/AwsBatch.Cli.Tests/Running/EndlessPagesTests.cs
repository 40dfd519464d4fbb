using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AwsBatch.Cli.Tests.Support;

namespace AwsBatch.Cli.Tests.Running;

/// <summary>A service whose pages have no end: each has the token of the one before.</summary>
public sealed class EndlessPagesTests : IDisposable
{
    private const string Answer = """{"TableNames":["t"],"LastEvaluatedTableName":"t"}""";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Tool tool = Tool.For(null);
    private int answers;

    public EndlessPagesTests()
    {
        tool.Environment["AWS_ACCESS_KEY_ID"] = tool.Environment["AWS_SECRET_ACCESS_KEY"] = "key";
        tool.Environment["AWS_REGION"] = "eu-west-1";
        listener.Start();
        tool.Environment["AWS_ENDPOINT_URL"] = $"http://{listener.LocalEndpoint}";
    }

    public void Dispose()
    {
        listener.Dispose();
        tool.Dispose();
    }

    [Fact]
    public async Task Are_a_failure_that_ends_a_fail_fast_run_too()
    {
        _ = ServeAsync();
        var file = tool.Write("tables.ndjson", [.. Enumerable.Repeat("""{"service":"dynamodb","operation":"ListTables"}""", 20)]);

        var run = await tool.RunAsync("run", file, "--all-pages", "--fail-fast", "--concurrency", "1");

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("awsbatch: Batch failed: dynamodb:ListTables failed with InvalidDataException: the answer's token is that of a page before", run.Error, StringComparison.Ordinal);
        Assert.Contains(run.Records, record => record.GetProperty("error").GetString() is not null);
        Assert.InRange(answers, 2, 39);
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await listener.AcceptTcpClientAsync();
                await AnswerAsync(connection.GetStream());
            }
        }
        catch (Exception exception) when (exception is SocketException or IOException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        var length = 0;
        while (await reader.ReadLineAsync() is { Length: > 0 } header)
        {
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(header["Content-Length:".Length..], CultureInfo.InvariantCulture);
        }

        await reader.ReadBlockAsync(new char[length]);
        Interlocked.Increment(ref answers);
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: {Answer.Length}\r\nConnection: close\r\n\r\n{Answer}"));
    }
}
