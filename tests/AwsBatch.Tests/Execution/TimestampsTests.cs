using AwsBatch.Execution;

namespace AwsBatch.Tests.Execution;

public sealed class TimestampsTests
{
    [Fact]
    public void A_moment_however_far_lies_ahead()
    {
        var clock = TimeProvider.System;

        // The farthest date that a Retry-After can name.
        Assert.True(clock.After(DateTimeOffset.MaxValue - clock.GetUtcNow()) > clock.GetTimestamp());
        Assert.True(clock.After(TimeSpan.MaxValue) > clock.GetTimestamp());
    }
}
