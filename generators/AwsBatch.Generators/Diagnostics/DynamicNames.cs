using AwsBatch.Generators.Services;
using AwsBatch.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AwsBatch.Generators.Diagnostics;

/// <summary>Reports constant names in <c>DynamicRequest.Create</c> that no service or operation has.</summary>
internal static class DynamicNames
{
    public static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!IsCreate(call.TargetMethod) || MayHaveAnotherCatalog(call) || Argument(call, "service") is not { } service
            || ConstantOf(service) is not { } serviceName)
            return;

        switch (ServiceLookup.Find(serviceName, context.Compilation))
        {
            case UnknownService:
                Report(context, service, serviceName, "AWS service", ServiceNames.All.Select(known => known.Name));
                break;
            case FoundService found when Argument(call, "operation") is { } operation && ConstantOf(operation) is { } name && !Has(found, name):
                Report(context, operation, name, $"operation of '{found.Service.Name}'", found.Operations.OperationNames);
                break;
        }
    }

    private static bool IsCreate(IMethodSymbol method) =>
        method.Name == "Create" && method.ContainingType.Is("AwsBatch.Dynamic", "DynamicRequest");

    /// <summary>Whether services may be looked for elsewhere than in the packages that the project references.</summary>
    private static bool MayHaveAnotherCatalog(IInvocationOperation call)
    {
        if (Argument(call, "options") is not { } options || options.ConstantValue is { HasValue: true, Value: null })
            return false;
        return options is not IObjectCreationOperation { Initializer: var initializer } || initializer?.Initializers
            .OfType<ISimpleAssignmentOperation>()
            .Any(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "Catalog" }) == true;
    }

    /// <summary>What is written for a parameter; null if nothing is.</summary>
    private static IOperation? Argument(IInvocationOperation call, string parameter)
    {
        var value = call.Arguments
            .FirstOrDefault(argument => argument.Parameter?.Name == parameter && argument.ArgumentKind == ArgumentKind.Explicit)
            ?.Value;
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value;
    }

    private static string? ConstantOf(IOperation value) => value.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    // As a dynamic request finds it: by any of its names, whatever their case and with dashes or without.
    private static bool Has(FoundService service, string name)
    {
        var folded = Fold(name);
        return service.Operations.OperationNames.Any(known => Fold(known) == folded)
            || (service.Operations.IsS3 && RenamedInS3.Replaced.Keys.Any(replaced => Fold(replaced) == folded));
    }

    private static string Fold(string name) => name.Replace("-", "").ToUpperInvariant();

    private static void Report(OperationAnalysisContext context, IOperation place, string name, string what, IEnumerable<string> known)
    {
        var repair = Repair.Rename(name, NearestNames.Find(name, known));
        context.ReportDiagnostic(Diagnostic.Create(
            Rules.UnknownDynamicName, place.Syntax.GetLocation(), repair.ToProperties(), name, what, repair.DidYouMean));
    }
}
