namespace AwsBatch.Simulation.Core;

public sealed class CoreSimulationTests
{
    private const int Seeds = 2_000;

    [Fact]
    public void The_engine_keeps_its_promises_whatever_happens()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("SEED"), out var replayed))
        {
            CoreSimulation.Run(replayed, Console.WriteLine);
            return;
        }

        for (var seed = 0; seed < Seeds; seed++)
            CoreSimulation.Run(seed);
    }

    [Fact]
    public void A_seed_always_has_the_same_history()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            List<string> first = [], second = [];
            CoreSimulation.Run(seed, first.Add);
            CoreSimulation.Run(seed, second.Add);
            Assert.Equal(first, second);
        }
    }
}
