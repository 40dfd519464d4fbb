using AwsBatch.Generators.Model;
using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>Reads from a compilation's references what its registration calls. Attributes are read, types never walked.</summary>
internal static class RegistrationReader
{
    private const string Attribute = "BatchRegistrationAttribute";
    private const string Namespace = "AwsBatch.CompilerServices";

    /// <summary>Null if the compilation does not reference AwsBatch, or cannot name what a registration needs without an extern alias.</summary>
    public static RegistrationContext? Read(Compilation compilation) =>
        compilation.GetTypeByMetadataName($"{Namespace}.{Attribute}") is null
        || compilation.GetTypeByMetadataName("Microsoft.Extensions.DependencyInjection.IServiceCollection") is null
            ? null
            : new RegistrationContext(
                compilation.AssemblyName ?? "",
                Registrars(compilation)
                    .OrderBy(registrar => registrar.Name, StringComparer.Ordinal)
                    .ToEquatableArray(),
                compilation.GetTypeByMetadataName("Amazon.Extensions.NETCore.Setup.AWSOptions") is not null);

    // Loops, not queries: every keystroke comes here, with some two hundred assemblies of a dozen attributes each.
    private static List<Registrar> Registrars(Compilation compilation)
    {
        var registrars = new List<Registrar>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            foreach (var attribute in assembly.GetAttributes())
            {
                if (attribute.AttributeClass.Is(Namespace, Attribute)
                    && attribute.ConstructorArguments is [{ Value: INamedTypeSymbol { TypeKind: TypeKind.Class } registrar }])
                    registrars.Add(new Registrar(registrar.ToDisplayString(), Aliases.Of(assembly, compilation), UseWarningReader.OfAssembly(assembly)));
            }
        }

        return registrars;
    }
}
