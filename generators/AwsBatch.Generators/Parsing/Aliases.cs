using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>Under what a project can name what it references.</summary>
internal static class Aliases
{
    /// <summary><c>global</c>, or an extern alias if an assembly has nothing else.</summary>
    public static string Of(IAssemblySymbol assembly, Compilation compilation) =>
        compilation.GetMetadataReference(assembly) is { Properties.Aliases: [var alias, ..] aliases }
        && !aliases.Contains(MetadataReferenceProperties.GlobalAlias)
            ? alias
            : MetadataReferenceProperties.GlobalAlias;

    /// <summary>Why what all generated code names cannot be named by <c>global::</c>; null if it can.</summary>
    /// <param name="package">The assembly of the service.</param>
    /// <param name="compilation">The project.</param>
    public static string? Missing(string package, Compilation compilation) => compilation.SourceModule.ReferencedAssemblySymbols
        .Where(assembly => assembly.Name == package
            || assembly.Name is "AwsBatch" or "AWSSDK.Core" or "Microsoft.Extensions.DependencyInjection.Abstractions")
        .Select(assembly => (assembly.Name, Alias: Of(assembly, compilation)))
        .Where(item => item.Alias != MetadataReferenceProperties.GlobalAlias)
        .Select(item => $"what is generated for it needs {item.Name} by global::, and this project references it by the alias '{item.Alias}' alone")
        .FirstOrDefault();
}
