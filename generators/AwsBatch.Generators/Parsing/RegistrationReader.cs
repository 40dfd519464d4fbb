using AwsBatch.Generators.Model;
using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>Reads from a compilation's references what its registration calls. Attributes are read, types never walked.</summary>
internal static class RegistrationReader
{
    private const string Attribute = "BatchRegistrationAttribute";
    private const string Namespace = "AwsBatch.CompilerServices";

    /// <summary>Null if the compilation does not reference AwsBatch.</summary>
    public static RegistrationContext? Read(Compilation compilation) =>
        compilation.GetTypeByMetadataName($"{Namespace}.{Attribute}") is null
            ? null
            : new RegistrationContext(
                compilation.AssemblyName ?? "",
                compilation.SourceModule.ReferencedAssemblySymbols
                    .SelectMany(Registrars)
                    .OrderBy(name => name, StringComparer.Ordinal)
                    .ToEquatableArray(),
                compilation.GetTypeByMetadataName("Amazon.Extensions.NETCore.Setup.AWSOptions") is not null);

    private static IEnumerable<string> Registrars(IAssemblySymbol assembly) => assembly.GetAttributes()
        .Where(attribute => attribute.AttributeClass.Is(Namespace, Attribute))
        .Select(attribute => attribute.ConstructorArguments.FirstOrDefault().Value)
        .OfType<INamedTypeSymbol>()
        .Where(registrar => registrar.TypeKind == TypeKind.Class)
        .Select(registrar => registrar.FullName());
}
