using AwsBatch.CompilerServices;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Execution;

/// <summary>How a mixed batch finds the pools of its accounts.</summary>
public sealed class DestinationsTests : IDisposable
{
    private const int Accounts = 20;

    // A guard against a hang, not a wait: a test that passes never reaches it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly ServiceOperation<FakeRequest, string> Read =
        Harness.Operation(static (request, _) => Task.FromResult($"{request.Number}"), "Read");

    private readonly CountdownEvent missing = new(Accounts);

    public void Dispose() => missing.Dispose();

    [Fact]
    public async Task Accounts_are_asked_for_their_credentials_at_the_same_time()
    {
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var harness = new Harness(options => options.ProfileCredentials = _ => new AskedCredentials(async () =>
        {
            if (missing.Signal())
                all.SetResult();
            await all.Task;
        }));

        var batch = await harness.Aws.RunAsync([.. Enumerable.Range(0, 5 * Accounts).Select(Request)]).WaitAsync(Patience);

        Assert.Equal(Enumerable.Range(0, 5 * Accounts).Select(number => $"{number}"), batch.Select(item => (string)item.Response!));
    }

    [Fact]
    public async Task What_cannot_be_had_is_asked_for_once_and_the_error_of_its_requests_alone()
    {
        var asked = 0;
        await using var harness = new Harness(options => options.ProfileCredentials = profile => new AskedCredentials(() =>
            profile == Profile(3) && Interlocked.Increment(ref asked) > 0 ? throw new InvalidOperationException("the role is gone") : Task.CompletedTask));

        var batch = await harness.Aws.RunAsync([.. Enumerable.Range(0, 5 * Accounts).Select(Request)]).WaitAsync(Patience);

        Assert.Equal([3, 23, 43, 63, 83], batch.Failed.Select(item => item.Index));
        Assert.All(batch.Failed, item => Assert.Contains("the role is gone", item.Error!.Message, StringComparison.Ordinal));
        Assert.All(batch.Failed, item => Assert.Equal(Profile(3), item.Target.Profile));
        Assert.Equal(1, asked);
    }

    private static BatchRequest Request(int number) =>
        new BatchRequest<FakeRequest, string>(Read, new FakeRequest(number)).In(new BatchTarget { Profile = Profile(number % Accounts) });

    private static string Profile(int number) => $"tenant-{number}";
}
