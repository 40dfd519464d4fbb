namespace AwsBatch.Packaging.Building;

/// <summary>A fact about Native AOT, skipped where the linker it needs is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NativeToolchainFactAttribute : FactAttribute
{
    private static readonly string[] Linkers = ["clang", "gcc"];

    /// <inheritdoc cref="NativeToolchainFactAttribute"/>
    public NativeToolchainFactAttribute()
    {
        if (OperatingSystem.IsWindows() || !HasLinker())
            Skip = "Native AOT needs clang or gcc on the PATH (apt-get install clang zlib1g-dev).";
    }

    private static bool HasLinker() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => Linkers.Any(linker => File.Exists(Path.Combine(folder, linker))));
}
