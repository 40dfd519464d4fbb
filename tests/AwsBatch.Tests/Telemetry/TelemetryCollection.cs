namespace AwsBatch.Tests.Telemetry;

/// <summary>Listeners find a meter or a source by its name, in the whole process: these tests run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TelemetryCollection
{
    public const string Name = "Telemetry";
}
