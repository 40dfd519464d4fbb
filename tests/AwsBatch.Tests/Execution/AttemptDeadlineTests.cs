using AwsBatch.Execution;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Tests.Execution;

public sealed class AttemptDeadlineTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void A_check_that_is_late_for_the_end_of_its_call_harms_nobody()
    {
        using var deadlines = new Deadlines(RunSettings.From(options: null, new BatchOptions()), clock, NullLogger.Instance);
        var deadline = deadlines.Open(CancellationToken.None);
        var end = clock.After(TimeSpan.FromSeconds(1));
        deadline.Start(end);

        deadline.Dispose();

        // On a timer's thread an exception would end the process.
        Assert.Null(Record.Exception(() => deadline.ExpireAt(end)));
    }

    [Fact]
    public void What_a_consumers_callback_throws_ends_neither_the_process_nor_the_checks()
    {
        using var deadlines = new Deadlines(RunSettings.From(options: null, new BatchOptions { AttemptTimeout = TimeSpan.FromSeconds(1) }), clock, NullLogger.Instance);
        using AttemptDeadline broken = deadlines.Open(CancellationToken.None), other = deadlines.Open(CancellationToken.None);
        var end = clock.After(TimeSpan.FromSeconds(1));
        broken.Start(end);
        other.Start(end);
        using var callback = broken.Token.Register(static () => throw new InvalidOperationException("closed already"));

        // The timer's callback runs in here.
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(broken.Token.IsCancellationRequested);
        Assert.True(other.Token.IsCancellationRequested);
    }
}
