namespace LambdaSdk.Tests.Emulator;

/// <summary>A fact about the emulator, skipped where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MotoFactAttribute : FactAttribute
{
    public MotoFactAttribute()
    {
        if (MotoServer.Executable is null)
            Skip = "moto_server is not on the PATH (pip install 'moto[server]').";
    }
}
