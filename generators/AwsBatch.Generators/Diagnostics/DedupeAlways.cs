using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AwsBatch.Generators.Diagnostics;

/// <summary>Finds <c>Dedupe = DedupeMode.Always</c> in options that are made in place, or in a local's only value.</summary>
internal static class DedupeAlways
{
    private const int Always = 2;

    /// <summary>The assignment; null if there is none to be seen.</summary>
    public static IOperation? In(IOperation options) => options switch
    {
        IConversionOperation conversion => In(conversion.Operand),
        IObjectCreationOperation creation => Forcing(Dedupe(creation.Initializer)),
        IWithOperation with => Dedupe(with.Initializer) is { } assignment ? Forcing(assignment) : In(with.Operand),
        ILocalReferenceOperation local => OnlyValue(local) is { } value ? In(value) : null,
        _ => null,
    };

    private static ISimpleAssignmentOperation? Dedupe(IObjectOrCollectionInitializerOperation? initializer) => initializer?.Initializers
        .OfType<ISimpleAssignmentOperation>()
        .FirstOrDefault(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "Dedupe" });

    private static ISimpleAssignmentOperation? Forcing(ISimpleAssignmentOperation? dedupe)
    {
        var value = dedupe?.Value;
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value?.ConstantValue is { HasValue: true, Value: Always } ? dedupe : null;
    }

    // Declared before it is used: half-typed code may make a local of itself, and going round in that would never end.
    private static IOperation? OnlyValue(ILocalReferenceOperation reference)
    {
        var root = Root(reference);
        var isSetAgain = root.Descendants()
            .OfType<ILocalReferenceOperation>()
            .Any(use => IsSame(use.Local) && IsWrite(use));
        return isSetAgain
            ? null
            : root.Descendants()
                .OfType<IVariableDeclaratorOperation>()
                .FirstOrDefault(declarator => IsSame(declarator.Symbol) && declarator.Syntax.Span.End <= reference.Syntax.SpanStart)
                ?.GetVariableInitializer()
                ?.Value;

        bool IsSame(ILocalSymbol local) => SymbolEqualityComparer.Default.Equals(local, reference.Local);
    }

    // By an assignment, alone or among others, or by whoever gets it by reference.
    private static bool IsWrite(IOperation use) => use.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == use,
        ITupleOperation tuple => IsWrite(tuple),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        _ => false,
    };

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }
}
