using LambdaSdk.Tests.Emulator;

namespace AwsBatch.Specification;

/// <summary>A scenario of the specification, skipped where the emulator is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScenarioAttribute : FactAttribute
{
    public ScenarioAttribute()
    {
        if (MotoServer.Executable is null)
            Skip = "moto_server is not on the PATH (pip install 'moto[server]').";
    }
}
