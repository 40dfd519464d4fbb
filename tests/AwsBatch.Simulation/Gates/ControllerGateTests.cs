using AwsBatch.Simulation.Controllers;
using AwsBatch.Simulation.Controllers.Scoring;

namespace AwsBatch.Simulation.Gates;

/// <summary>What the admission controller must reach in every world, on the seeds it is compared on and on others.</summary>
public sealed class ControllerGateTests
{
    private static readonly int[] ComparedSeeds = [11, 12, 13];
    private static readonly int[] OtherSeeds = [.. Enumerable.Range(41, 20)];

    public static TheoryData<string, Gate[]> Gates { get; } = new()
    {
        { "S1", [new("S1 percent", 95)] },
        { "S2a", [new("S2a requests", 150), new("S2a mean_ms", 1.05 * 200)] },
        { "S2b", [new("S2b requests", 90, 130), new("S2b mean_ms", 1.05 * 120)] },
        { "S3", [new("S3 percent", 90), new("S3 latency_ratio", 1.35)] },
        {
            "S4",
            [
                new("S4a percent", 90), new("S4b percent", 90), new("S4c percent", 95), new("S4b latency_ratio", 1.5),
                new("S4b reconverge_s", 8, 10), new("S4c reconverge_s", 8, 10),
            ]
        },
        { "S5", [new("S5 throttles_per_1000", 25), new("S5 goodput_percent", 98), new("S5 exhausted", 0, 0)] },
        { "S6", [new("S6 jain", 0.9, 0.75), new("S6 latency_ratio", 2.6)] },
        { "S7", [new("S7 throttles_per_1000", 100), new("S7 goodput_percent", 98), new("S7 jain", 0.95), new("S7 exhausted", 0, 0)] },
    };

    [Theory]
    [MemberData(nameof(Gates))]
    public void Gates_hold_on_the_compared_seeds(string name, Gate[] gates) => AssertHold(name, gates, ComparedSeeds);

    [Theory]
    [MemberData(nameof(Gates))]
    public void Gates_hold_on_twenty_other_seeds(string name, Gate[] gates) => AssertHold(name, gates, OtherSeeds);

    private static void AssertHold(string name, Gate[] gates, int[] seeds)
    {
        var scores = Scoreboard.Run(Subjects.AwsBatch, Cases.All.Single(known => known.Name == name), seeds);

        var broken = gates.SelectMany(gate => gate.Broken(scores)).ToList();
        Assert.True(broken.Count == 0, $"Seeds {string.Join(",", seeds)}: {string.Join(" ", broken)}");
    }
}
