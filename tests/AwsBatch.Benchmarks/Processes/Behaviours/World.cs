namespace AwsBatch.Benchmarks.Processes.Behaviours;

/// <summary>A service with limits.</summary>
/// <param name="Servers">How many requests it serves at once; the others wait in line.</param>
/// <param name="ServiceMilliseconds">How long serving one takes.</param>
/// <param name="Contention">
/// By how much serving slows down for each time its servers that wait in line, as locks, caches and collectors make it,
/// and throughput falls beyond the knee (the universal scalability law). 0: throughput stays.
/// </param>
/// <param name="Bucket">Its limit of rate; null for none.</param>
/// <param name="Drop">When it loses servers; null for never.</param>
internal sealed record World(int Servers, double ServiceMilliseconds, double Contention = 0, Bucket? Bucket = null, Drop? Drop = null);

/// <summary>A token bucket: full at first, a request a token, refused without.</summary>
internal sealed record Bucket(double PerSecond, double Capacity, byte[] Refusal);

/// <summary>The loss of all but so many servers after so many requests.</summary>
internal sealed record Drop(int AfterRequests, int Servers);
