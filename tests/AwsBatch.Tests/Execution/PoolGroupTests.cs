using AwsBatch.Admission;
using AwsBatch.Clients;
using AwsBatch.Execution;

namespace AwsBatch.Tests.Execution;

public sealed class PoolGroupTests
{
    [Theory]
    [InlineData(1, 63, false)]
    [InlineData(1, 62, true)]
    [InlineData(100, 399, false)]
    [InlineData(100, 398, true)]
    [InlineData(int.MaxValue, 1_000, true)]
    public void Beside_what_waits_so_many_limits_may_be_held(int limit, int running, bool mayTake)
    {
        var clock = TimeProvider.System;
        var limiter = new AdaptiveLimiter(new LimiterSettings(limit, Min: 1, limit, TargetLatency: null), clock);
        var pool = new ClientPool(new BatchTarget(), client: null!, credentials: null!, new PoolGate(limiter, new LocalQuota()), clock);
        var group = new PoolGroup(pool, dispatcher: null!) { Running = running };
        group.Park();

        Assert.Equal(mayTake, group.MayTakeFresh);
    }
}
