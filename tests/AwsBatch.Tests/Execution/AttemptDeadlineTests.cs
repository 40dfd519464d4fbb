using AwsBatch.Execution;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Tests.Execution;

public sealed class AttemptDeadlineTests
{
    [Fact]
    public void A_check_that_is_late_for_the_end_of_its_call_harms_nobody()
    {
        var clock = new FakeTimeProvider();
        using var deadlines = new Deadlines(RunSettings.From(options: null, new BatchOptions()), clock);
        var deadline = deadlines.Open(CancellationToken.None);
        var end = clock.After(TimeSpan.FromSeconds(1));
        deadline.Start(end);

        deadline.Dispose();

        // On a timer's thread an exception would end the process.
        Assert.Null(Record.Exception(() => deadline.ExpireAt(end)));
    }
}
