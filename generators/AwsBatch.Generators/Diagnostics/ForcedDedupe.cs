using AwsBatch.Generators.Model;
using AwsBatch.Generators.Parsing;
using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AwsBatch.Generators.Diagnostics;

/// <summary>
/// Reports <c>Dedupe = DedupeMode.Always</c> where it cannot hold or may hurt: in a call of a batch interface, and in the
/// defaults of one.
/// </summary>
internal static class ForcedDedupe
{
    // All calls of a member at once: several may be given the options of one local.
    public static void Analyze(OperationBlockAnalysisContext context)
    {
        var forced = context.OperationBlocks
            .SelectMany(block => block.DescendantsAndSelf())
            .OfType<IInvocationOperation>()
            .SelectMany(invocation => ForcedBy(invocation, context))
            .GroupBy(item => item.Always.Syntax, item => item.Operation);
        foreach (var operations in forced)
            Report(context, operations.Key.GetLocation(), operations);
    }

    /// <summary>Where a call forces deduplication, and of which operations.</summary>
    private static IEnumerable<(IOperation Always, Operation Operation)> ForcedBy(IInvocationOperation invocation, OperationBlockAnalysisContext context)
    {
        if (OptionsOf(invocation) is { } options)
            return DedupeAlways.In(options) is { } always && OperationOf(invocation, context.Compilation) is { } operation
                ? [(always, operation)]
                : [];

        return InterfaceSettings.TypeOf(invocation) is { } type
            ? DefaultsIn(invocation)
                .Select(DedupeAlways.In)
                .OfType<IOperation>()
                .SelectMany(_ => OperationsOf(type, context), (always, operation) => (always, operation))
            : [];
    }

    private static IOperation? OptionsOf(IInvocationOperation invocation) => invocation.Arguments
        .FirstOrDefault(argument => argument.Parameter?.Type.Is(BatchAttributes.Namespace, "BatchOptions") == true)
        ?.Value;

    // The receiver may inherit the method from an interface without the attribute.
    private static Operation? OperationOf(IInvocationOperation invocation, Compilation compilation)
    {
        var method = invocation.TargetMethod.OriginalDefinition;
        IEnumerable<ITypeSymbol?> types = [method.ContainingType, invocation.Instance?.Type, .. invocation.Instance?.Type?.AllInterfaces ?? []];
        return types
            .OfType<INamedTypeSymbol>()
            .Select(type => ServiceOf(type, compilation) is { } found
                ? new MethodBinder(found.Service, found.Operations, Problems.Ignored).Bind(method)?.Operation
                : null)
            .FirstOrDefault(operation => operation is not null);
    }

    private static FoundService? ServiceOf(INamedTypeSymbol type, Compilation compilation) =>
        BatchAttributes.OfInterface(type) is { } attribute
        && BatchAttributes.Names(attribute, type).FirstOrDefault() is { Argument: 0 } name
            ? ServiceLookup.Find(name.Text, compilation) as FoundService
            : null;

    private static IEnumerable<IOperation> DefaultsIn(IInvocationOperation invocation) => invocation.Arguments
        .SelectMany(argument => argument.Descendants())
        .OfType<ISimpleAssignmentOperation>()
        .Where(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "Defaults" } target
            && target.Property.ContainingType.Is(BatchAttributes.Namespace, "BatchInterfaceOptions"))
        .Select(assignment => assignment.Value);

    private static IEnumerable<Operation> OperationsOf(ITypeSymbol type, OperationBlockAnalysisContext context) =>
        type is INamedTypeSymbol batch
        && BatchAttributes.OfInterface(batch) is { } attribute
        && BatchInterfaceParser.Parse(batch, attribute, context.Compilation, Problems.Ignored, context.CancellationToken) is { } model
            ? model.UsedOperations()
            : [];

    // One mistake is one message: the gravest.
    private static void Report(OperationBlockAnalysisContext context, Location always, IEnumerable<Operation> operations)
    {
        var wrong = operations.Where(operation => operation.Streams || !operation.IsReadOnly).OrderByDescending(operation => operation.Streams).FirstOrDefault();
        if (wrong is null)
            return;

        context.ReportDiagnostic(Diagnostic.Create(
            wrong.Streams ? Rules.DedupedStream : Rules.DedupedChange,
            always,
            wrong.Streams ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            additionalLocations: null,
            properties: null,
            wrong.Name));
    }
}
