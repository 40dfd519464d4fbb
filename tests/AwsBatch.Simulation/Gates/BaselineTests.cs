using AwsBatch.Simulation.Controllers;
using AwsBatch.Simulation.Controllers.Scoring;

namespace AwsBatch.Simulation.Gates;

/// <summary>The baselines behave in these worlds as they are known to; else a comparison with them would say nothing.</summary>
public sealed class BaselineTests
{
    private static readonly int[] Seeds = [11, 12, 13];

    [Theory]
    [InlineData("aimd", "S3 latency_ratio", 4, 6)]
    [InlineData("vegas", "S1 percent", 8, 20)]
    [InlineData("gradient2", "S1 percent", 8, 15)]
    [InlineData("envoy", "S4c percent", 97, 100)]
    [InlineData("failsafe-go", "S4a percent", 35, 50)]
    [InlineData("vector-arc", "S5 throttles_per_1000", 350, 450)]
    [InlineData("sdk-adaptive", "S5 throttles_per_1000", 15, 30)]
    public void Baselines_show_their_known_weakness_or_strength(string subject, string figure, double least, double most)
    {
        var (name, metric) = (figure.Split(' ')[0], figure.Split(' ')[1]);
        var @case = Cases.All.Single(known => name.StartsWith(known.Name, StringComparison.Ordinal));

        var scores = Scoreboard.Run(Subjects.Baselines.Single(baseline => baseline.Name == subject), @case, Seeds);

        Assert.InRange(scores.Single(score => score.Case == name && score.Metric == metric).Mean, least, most);
    }

    [Fact]
    public void The_same_seed_gives_the_same_run()
    {
        var @case = Cases.All.Single(known => known.Name == "S7");

        Assert.Equal(@case.Measure(Subjects.AwsBatch, 7), @case.Measure(Subjects.AwsBatch, 7));
        Assert.NotEqual(@case.Measure(Subjects.AwsBatch, 7), @case.Measure(Subjects.AwsBatch, 8));
    }
}
