using System.Reflection;

namespace AwsBatch.Packaging.Building;

/// <summary>The sources these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    /// <summary>Whatever lies under <c>generators/</c> is shipped as an analyzer.</summary>
    public static IEnumerable<string> Analyzers => Directory
        .EnumerateFiles(Path.Combine(Root, "generators"), "*.csproj", SearchOption.AllDirectories)
        .Select(Path.GetFileNameWithoutExtension)
        .OfType<string>();
}
