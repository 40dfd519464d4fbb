using System.Reflection;

namespace AwsBatch.Cli;

/// <summary>The tool's own version.</summary>
internal static class ToolVersion
{
    // Without the commit, which follows a plus sign.
    public static string Text { get; } =
        (typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+')[0];
}
