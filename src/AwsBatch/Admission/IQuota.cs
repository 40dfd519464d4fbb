using AwsBatch.Clients;

namespace AwsBatch.Admission;

/// <summary>What a process may use of quotas it shares with others: the seam for coordination between machines.</summary>
internal interface IQuota
{
    IQuotaLease LeaseOf(PoolKey pool);
}

/// <summary>A share of a quota as it stands now; read before every attempt, so reading it is cheap.</summary>
internal interface IQuotaLease
{
    /// <summary>The most attempts in flight, at least 1.</summary>
    int Concurrency { get; }
}

/// <summary>A process that shares with nobody it knows: its limiters alone decide.</summary>
internal sealed class LocalQuota : IQuota, IQuotaLease
{
    public int Concurrency => int.MaxValue;

    public IQuotaLease LeaseOf(PoolKey pool) => this;
}
