using AwsBatch.Simulation.Controllers.Baselines;
using AwsBatch.Simulation.Controllers.Simulator;

namespace AwsBatch.Simulation.Controllers;

/// <summary>Ours, and what the field uses; re-implemented from what is published of them.</summary>
internal static class Subjects
{
    public static Subject AwsBatch { get; } = new("awsbatch", RetryRule.AwsBatch, settings => new AwsBatchController(settings));

    public static IReadOnlyList<Subject> Baselines { get; } =
    [
        new("aimd", RetryRule.Sdk, settings => new Aimd(settings)),
        new("vegas", RetryRule.Sdk, settings => new Vegas(settings)),
        new("gradient2", RetryRule.Sdk, settings => new Gradient2(settings)),
        new("envoy", RetryRule.Sdk, settings => new EnvoyGradient(settings)),
        new("failsafe-go", RetryRule.Sdk, settings => new FailsafeGo(settings)),
        new("vector-arc", RetryRule.Sdk, settings => new VectorArc(settings)),
        new("sdk-adaptive", RetryRule.Sdk, settings => new SdkAdaptive(settings)),
    ];
}
