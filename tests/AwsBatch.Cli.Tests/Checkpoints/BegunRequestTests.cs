using System.Text.Json;
using AwsBatch.Cli.Checkpoints;
using AwsBatch.Cli.Input;
using AwsBatch.Cli.Tests.Support;

namespace AwsBatch.Cli.Tests.Checkpoints;

/// <summary>A checkpoint that knows of a request only that it was about to be sent.</summary>
public sealed class BegunRequestTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public BegunRequestTests()
    {
        using var checkpoint = new Checkpoint(path, isResumed: false);
        checkpoint.Begin(Entry("a"));
    }

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Is_not_run_over() => Assert.Throws<UsageException>(() => new Checkpoint(path, isResumed: false));

    [Fact]
    public void Is_of_one_input_alone()
    {
        using var checkpoint = new Checkpoint(path, isResumed: true);

        checkpoint.Check(Entry("a"));
        Assert.Throws<UsageException>(() => checkpoint.Check(Entry("b")));
    }

    private static RequestEntry Entry(string key) => RequestEntry.Read(new InputValue(0, Line: 1, JsonElement.Parse(Requests.Delete("logs", key))));
}
