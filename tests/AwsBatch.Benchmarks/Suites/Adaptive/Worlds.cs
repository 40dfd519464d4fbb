using AwsBatch.Benchmarks.Processes.Behaviours;
using AwsBatch.Benchmarks.Suites.EndToEnd.Calls;

namespace AwsBatch.Benchmarks.Suites.Adaptive;

/// <summary>The services that batches are sent to.</summary>
internal static class Worlds
{
    // Ten times the servers waiting in line make each request take twice as long.
    private const double Contention = 0.1;

    public static IReadOnlyList<(string Name, int Requests, World World)> All { get; } =
    [
        ("knee", 3_000, new World(Servers: 12, ServiceMilliseconds: 20, Contention)),
        ("token bucket", 800, new World(
            Servers: 256, ServiceMilliseconds: 20, Contention, new Bucket(PerSecond: 100, Capacity: 100, CannedAnswers.RequestLimitExceeded))),
        ("capacity drop", 3_000, new World(Servers: 64, ServiceMilliseconds: 40, Contention, Drop: new Drop(AfterRequests: 1_500, Servers: 16))),
    ];
}
