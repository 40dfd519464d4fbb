using System.Reflection;
using AwsBatch.Dynamic.Shapes;
using AwsBatch.Generators.Services;

namespace AwsBatch.Dynamic.Catalog;

/// <summary>An SDK package that can be loaded, and is when it is first needed.</summary>
/// <param name="suffix">What follows <c>AWSSDK.</c> in its name.</param>
/// <param name="load">Loads its assembly.</param>
internal sealed class SdkPackage(string suffix, Func<Assembly> load)
{
    private const string Extension = ".dll";

    private readonly Lazy<Assembly> assembly = new(load);

    public string Suffix => suffix;

    /// <summary>What the AWS CLI calls its service.</summary>
    public string Service => ServiceNames.Find(suffix)?.Name ?? suffix.ToLowerInvariant();

    public Assembly Assembly => assembly.Value;

    public static SdkPackage? Find(Assembly assembly) =>
        SuffixOf(assembly.GetName().Name) is { } suffix ? new SdkPackage(suffix, () => assembly) : null;

    /// <summary>The packages among the assemblies the app was built with.</summary>
    public static IEnumerable<SdkPackage> OfApp()
    {
        var trusted = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "";
        var named = trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(static path => SuffixOf(Path.GetFileNameWithoutExtension(path)))
            .OfType<string>()
            .Select(static suffix => new SdkPackage(suffix, () => Assembly.Load(new AssemblyName(SdkType.PackagePrefix + suffix))));
        return named.Concat(AppDomain.CurrentDomain.GetAssemblies().Select(Find).OfType<SdkPackage>());
    }

    /// <summary>The packages that lie in a directory.</summary>
    public static IEnumerable<SdkPackage> In(string directory)
    {
        foreach (var path in Directory.EnumerateFiles(Path.GetFullPath(directory), SdkType.PackagePrefix + "*" + Extension))
        {
            if (SuffixOf(Path.GetFileNameWithoutExtension(path)) is { } suffix)
                yield return new SdkPackage(suffix, () => Assembly.LoadFrom(path));
        }
    }

    /// <summary>Whether an exception says that a package is no assembly, or none that fits the SDK's core of this process.</summary>
    public static bool CannotBeLoaded(Exception exception) => exception is
        BadImageFormatException or IOException or UnauthorizedAccessException or TypeLoadException or MissingMemberException
        or ReflectionTypeLoadException or TargetInvocationException;

    // The core and the SDK's extensions hold no service.
    private static string? SuffixOf(string? assembly) =>
        assembly?.StartsWith(SdkType.PackagePrefix, StringComparison.OrdinalIgnoreCase) == true
        && assembly[SdkType.PackagePrefix.Length..] is { Length: > 0 } suffix
        && suffix != "Core"
        && !suffix.Contains('.')
            ? suffix
            : null;
}
