using System.Collections.Immutable;
using System.Text;
using AwsBatch.Generators.Emission;
using AwsBatch.Generators.Model;
using AwsBatch.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AwsBatch.Generators;

/// <summary>
/// Implements interfaces attributed with <c>[BatchService]</c> and registers them. Silent on bad input: the analyzers of
/// this assembly report what the shared parser finds.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class BatchGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());

        var interfaces = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                $"{BatchAttributes.Namespace}.{BatchAttributes.Service}",
                static (node, _) => node is InterfaceDeclarationSyntax,
                static (found, cancellationToken) => Parse(found, cancellationToken))
            .WithTrackingName(TrackingNames.Parsing)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(TrackingNames.Interfaces);

        var registrations = interfaces
            .Select(static (model, _) => new InterfaceRegistration(
                model.Declaration.FullName, model.Service.Name, model.Declaration.Warnings))
            .Collect()
            .Select(static (found, _) => found.OrderBy(item => item.Interface, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(TrackingNames.Registrations);

        var alike = interfaces
            .Select(static (model, _) => model.Declaration.HintName)
            .Collect()
            .Select(static (names, _) => HintNames.Alike(names))
            .WithTrackingName(TrackingNames.AlikeNames);

        var files = interfaces
            .Combine(alike)
            .Select(static (input, _) => (Name: HintNames.Of(input.Left.Declaration, alike: input.Right), Model: input.Left))
            .WithTrackingName(TrackingNames.Files);

        var identities = interfaces
            .Select(static (model, _) => IdentityGroup.TypesOf(model))
            .Collect()
            .SelectMany(static (found, _) => IdentityGroup.Of(found))
            .WithTrackingName(TrackingNames.Identities);

        var references = context.CompilationProvider
            .Select(static (compilation, _) => RegistrationReader.Read(compilation))
            .WithTrackingName(TrackingNames.References);

        context.RegisterSourceOutput(files, static (output, file) =>
            Add(output, file.Name, BatchInterfaceEmitter.Write(file.Model)));

        context.RegisterSourceOutput(identities, static (output, group) =>
            Add(output, IdentityEmitter.HintName(group), IdentityEmitter.Write(group)));

        context.RegisterSourceOutput(registrations.Combine(references), static (output, input) =>
        {
            var (interfaces, context) = input;
            if (context is null)
                return;

            if (interfaces.Count > 0)
                Add(output, RegistrarEmitter.HintName, RegistrarEmitter.Write(context.AssemblyName, interfaces));
            Add(output, ServiceCollectionEmitter.HintName, ServiceCollectionEmitter.Write(context, interfaces.Count > 0));
        });
    }

    // With the attribute on two parts, which the compiler rejects, the first counts: a file is written once.
    private static BatchInterface? Parse(GeneratorAttributeSyntaxContext found, CancellationToken cancellationToken) =>
        found.TargetSymbol is INamedTypeSymbol type && BatchAttributes.OfInterface(type) is { } attribute
        && found.Attributes.Contains(attribute)
            ? BatchInterfaceParser.Parse(
                type,
                attribute,
                found.SemanticModel.Compilation,
                Problems.Ignored,
                cancellationToken)
            : null;

    private static void Add(SourceProductionContext output, string hintName, string text) =>
        output.AddSource($"{hintName}.g.cs", SourceText.From(text, Encoding.UTF8));
}
