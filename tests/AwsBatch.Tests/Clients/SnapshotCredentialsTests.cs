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

    [Fact]
    public async Task A_source_that_fails_is_left_alone_while_the_snapshot_holds()
    {
        source.Lifetime = TimeSpan.FromHours(1);
        source.Clock = clock;
        var credentials = new SnapshotCredentials(source, clock);
        await credentials.GetCredentialsAsync();

        source.Failure = new AmazonClientException("the role is gone");
        clock.Advance(TimeSpan.FromMinutes(56));
        for (var request = 0; request < 100; request++)
            Assert.Equal("KEY1", (await credentials.GetCredentialsAsync()).AccessKey);
        await source.AskedAgain.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.InRange(source.Asked, 2, 3);

        clock.Advance(TimeSpan.FromMinutes(5));
        await Assert.ThrowsAsync<AmazonClientException>(credentials.GetCredentialsAsync);
    }

    [Fact]
    public async Task A_source_that_fails_after_the_expiry_leaves_nothing_that_holds()
    {
        source.Lifetime = TimeSpan.FromHours(1);
        source.Clock = clock;
        var credentials = new SnapshotCredentials(source, clock);
        await credentials.GetCredentialsAsync();

        source.Failure = new AmazonClientException("the role is gone");
        source.Hold = new TaskCompletionSource();
        clock.Advance(TimeSpan.FromMinutes(56));
        await credentials.GetCredentialsAsync();
        await source.AskedAgain.Task.WaitAsync(TimeSpan.FromSeconds(20));
        clock.Advance(TimeSpan.FromMinutes(5));
        var waiting = credentials.GetCredentialsAsync();
        source.Hold.SetResult();

        await Assert.ThrowsAsync<AmazonClientException>(() => waiting);
        await Assert.ThrowsAsync<AmazonClientException>(credentials.GetCredentialsAsync);
    }

    [Fact]
    public async Task Credentials_that_a_service_refused_are_replaced_once_for_all_who_used_them()
    {
        source.Lifetime = TimeSpan.FromHours(1);
        source.Clock = clock;
        var credentials = new SnapshotCredentials(source, clock);
        await credentials.GetCredentialsAsync();
        clock.Advance(TimeSpan.FromMinutes(1));
        var usedAt = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromSeconds(1));

        for (var request = 0; request < 50; request++)
            Assert.True(await credentials.ReplaceAsync(usedAt));

        Assert.Equal(2, source.Asked);
        Assert.Equal("KEY2", (await credentials.GetCredentialsAsync()).AccessKey);
    }

    [Fact]
    public async Task A_source_that_has_no_others_says_so()
    {
        var credentials = new SnapshotCredentials(new SessionAWSCredentials("KEY", "not-a-real-secret", "token"), clock);
        await credentials.GetCredentialsAsync();

        Assert.False(await credentials.ReplaceAsync(clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_source_of_the_sdks_that_keeps_what_it_has_is_made_to_ask_again()
    {
        using var keeping = new Keeping();
        var credentials = new SnapshotCredentials(keeping, clock);
        await credentials.GetCredentialsAsync();

        Assert.True(await credentials.ReplaceAsync(clock.GetUtcNow()));
        Assert.Equal("KEY2", (await credentials.GetCredentialsAsync()).AccessKey);
    }

    [Fact]
    public async Task Another_token_of_the_same_key_is_another()
    {
        source.Key = "KEY";
        var credentials = new SnapshotCredentials(source, clock);
        await credentials.GetCredentialsAsync();

        Assert.True(await credentials.ReplaceAsync(clock.GetUtcNow()));
        Assert.Equal("token2", (await credentials.GetCredentialsAsync()).Token);
    }

    [Fact]
    public async Task Renewal_begins_five_minutes_ahead()
    {
        source.Lifetime = TimeSpan.FromHours(1);
        source.Clock = clock;
        var credentials = new SnapshotCredentials(source, clock, new Inline());
        await credentials.GetCredentialsAsync();

        clock.Advance(TimeSpan.FromMinutes(55) - TimeSpan.FromTicks(1));
        await credentials.GetCredentialsAsync();
        Assert.Equal(1, source.Asked);

        clock.Advance(TimeSpan.FromTicks(1));
        await credentials.GetCredentialsAsync();
        Assert.Equal(2, source.Asked);
    }

    [Fact]
    public async Task A_source_that_failed_is_asked_again_after_ten_seconds()
    {
        source.Lifetime = TimeSpan.FromHours(1);
        source.Clock = clock;
        var credentials = new SnapshotCredentials(source, clock, new Inline());
        await credentials.GetCredentialsAsync();
        source.Failure = new AmazonClientException("the role is late");
        clock.Advance(TimeSpan.FromMinutes(56));
        await credentials.GetCredentialsAsync();

        clock.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));
        await credentials.GetCredentialsAsync();
        Assert.Equal(2, source.Asked);

        source.Failure = null;
        clock.Advance(TimeSpan.FromTicks(1));
        await credentials.GetCredentialsAsync();
        Assert.Equal("KEY3", (await credentials.GetCredentialsAsync()).AccessKey);
    }

    [Fact]
    public async Task Credentials_that_live_for_minutes_are_asked_for_once_a_minute()
    {
        source.Lifetime = TimeSpan.FromMinutes(3);
        source.Clock = clock;
        var credentials = new SnapshotCredentials(source, clock, new Inline());
        for (var request = 0; request < 100; request++)
            Assert.Equal("KEY1", (await credentials.GetCredentialsAsync()).AccessKey);

        clock.Advance(TimeSpan.FromMinutes(1));
        await credentials.GetCredentialsAsync();
        Assert.Equal(2, source.Asked);
    }

    [Fact]
    public async Task Credentials_that_live_for_seconds_are_not_used_longer()
    {
        source.Lifetime = TimeSpan.FromSeconds(30);
        source.Clock = clock;
        var credentials = new SnapshotCredentials(source, clock);
        Assert.Equal("KEY1", (await credentials.GetCredentialsAsync()).AccessKey);

        clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("KEY2", (await credentials.GetCredentialsAsync()).AccessKey);
    }

    [Fact]
    public async Task Credentials_that_are_over_as_they_come_are_asked_for_once_a_minute()
    {
        source.Expiry = DateTime.MinValue;
        var credentials = new SnapshotCredentials(source, clock);
        for (var request = 0; request < 100; request++)
            Assert.Equal("KEY1", (await credentials.GetCredentialsAsync()).AccessKey);

        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("KEY2", (await credentials.GetCredentialsAsync()).AccessKey);
    }

    /// <summary>Renews while it is asked for.</summary>
    private sealed class Inline : TaskScheduler
    {
        protected override void QueueTask(Task task) => TryExecuteTask(task);

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);

        protected override IEnumerable<Task> GetScheduledTasks() => [];
    }

    private sealed class Keeping : RefreshingAWSCredentials
    {
        private int made;

        protected override CredentialsRefreshState GenerateNewCredentials() => new()
        {
            Credentials = new ImmutableCredentials($"KEY{++made}", "not-a-real-secret", "token"),
            Expiration = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1),
        };
    }

    private sealed class Source : AWSCredentials
    {
        private int asked;

        public int Asked => asked;

        public TimeSpan? Lifetime { get; set; }

        public DateTime? Expiry { get; set; }

        public string? Key { get; set; }

        public FakeTimeProvider? Clock { get; set; }

        public TaskCompletionSource? Hold { get; set; }

        public Exception? Failure { get; set; }

        public TaskCompletionSource AskedAgain { get; } = new();

        public override ImmutableCredentials GetCredentials() => throw new NotSupportedException();

        public override async Task<ImmutableCredentials> GetCredentialsAsync()
        {
            var number = Interlocked.Increment(ref asked);
            if (number == 2)
                AskedAgain.TrySetResult();
            if (Hold is { } hold)
                await hold.Task;
            if (Failure is { } failure)
                throw failure;
            if (Lifetime is { } lifetime)
                Expiration = Clock!.GetUtcNow().UtcDateTime + lifetime;
            if (Expiry is { } expiry)
                Expiration = expiry;
            return new ImmutableCredentials(Key ?? $"KEY{number}", "not-a-real-secret", $"token{number}");
        }
    }
}
