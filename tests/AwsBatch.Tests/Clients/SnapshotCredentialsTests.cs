using Amazon.Runtime;
using AwsBatch.Clients;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Tests.Clients;

public sealed class SnapshotCredentialsTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly Source source = new();

    [Fact]
    public async Task Many_requests_ask_the_source_once()
    {
        var credentials = new SnapshotCredentials(source, clock);

        var given = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(credentials.GetCredentialsAsync)));

        Assert.All(given, one => Assert.Equal("KEY1", one.AccessKey));
        Assert.Equal(1, source.Asked);
    }

    [Fact]
    public async Task A_snapshot_near_its_expiry_is_renewed_beside_the_requests()
    {
        source.Lifetime = TimeSpan.FromHours(1);
        source.Clock = clock;
        var credentials = new SnapshotCredentials(source, clock);
        Assert.Equal("KEY1", (await credentials.GetCredentialsAsync()).AccessKey);

        clock.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal("KEY1", (await credentials.GetCredentialsAsync()).AccessKey);
        Assert.Equal(1, source.Asked);

        // Renewal has begun but does not answer: requests go on with what is still valid.
        source.Hold = new TaskCompletionSource();
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("KEY1", (await credentials.GetCredentialsAsync()).AccessKey);
        Assert.Equal("KEY1", (await credentials.GetCredentialsAsync()).AccessKey);

        // Now the old ones are expired: requests wait for the renewal that is under way.
        clock.Advance(TimeSpan.FromMinutes(5));
        var waiting = credentials.GetCredentialsAsync();
        Assert.False(waiting.IsCompleted);
        source.Hold.SetResult();
        Assert.Equal("KEY2", (await waiting).AccessKey);
        Assert.Equal(2, source.Asked);
    }

    [Fact]
    public async Task Credentials_that_say_no_expiry_are_asked_again_now_and_then()
    {
        var credentials = new SnapshotCredentials(source, clock);
        await credentials.GetCredentialsAsync();

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("KEY1", (await credentials.GetCredentialsAsync()).AccessKey);
        await source.AskedAgain.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private sealed class Source : AWSCredentials
    {
        private int asked;

        public int Asked => asked;

        public TimeSpan? Lifetime { get; set; }

        public FakeTimeProvider? Clock { get; set; }

        public TaskCompletionSource? Hold { get; set; }

        public TaskCompletionSource AskedAgain { get; } = new();

        public override ImmutableCredentials GetCredentials() => throw new NotSupportedException();

        public override async Task<ImmutableCredentials> GetCredentialsAsync()
        {
            var number = Interlocked.Increment(ref asked);
            if (number == 2)
                AskedAgain.TrySetResult();
            if (Hold is { } hold)
                await hold.Task;
            if (Lifetime is { } lifetime)
                Expiration = Clock!.GetUtcNow().UtcDateTime + lifetime;
            return new ImmutableCredentials($"KEY{number}", "not-a-real-secret", "token");
        }
    }
}
