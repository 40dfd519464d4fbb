using System.Collections.Immutable;
using AwsBatch.Generators.Emission;
using AwsBatch.Generators.Model;
using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>Collects an interface's members: those its attribute asks for, and those it declares or inherits.</summary>
internal sealed class MemberParser(INamedTypeSymbol type, FoundService service, Problems problems)
{
    private readonly MethodBinder binder = new(service.Service, service.Operations, problems);
    private readonly SortedDictionary<string, OperationMembers> operations = new(StringComparer.Ordinal);
    private readonly List<DeclaredMember> declared = [];
    private readonly List<ISymbol> left = [];
    private readonly HashSet<ISymbol> bound = new(SymbolEqualityComparer.Default);

    /// <summary>Adds all members of the operations the attribute names.</summary>
    public void AddNamed(IEnumerable<WrittenName> names)
    {
        foreach (var name in names)
        {
            if (service.Operations.Find(name.Text) is { } operation)
                Add(name.Text, operation, Fitting(operation));
            else
                problems.UnknownOperation(name, service.Service, service.Operations);
        }
    }

    /// <summary>Adds what the interface and those it inherits leave to be implemented.</summary>
    public void AddDeclared(CancellationToken cancellationToken)
    {
        var members = type.AllInterfaces.Insert(0, type).SelectMany(part => part.GetMembers());
        foreach (var member in members.Where(member => !member.IsStatic && InterfaceMembers.IsLeft(member, type)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (member)
            {
                case IMethodSymbol { MethodKind: MethodKind.Ordinary } method:
                    left.Add(method);
                    declared.Add(Parse(method));
                    break;
                case IPropertySymbol or IEventSymbol:
                    problems.NotSupported(member, "a batch interface has only methods");
                    left.Add(member);
                    declared.Add(UnboundMembers.Accessors(member));
                    break;
            }
        }
    }

    /// <summary>The operations used, each with what remains to be generated for it.</summary>
    public EquatableArray<OperationMembers> Operations(EquatableArray<InheritedMembers> inherited)
    {
        var collisions = new NameCollisions(type, bound, problems);
        return operations.Values
            .Select(wanted => wanted with { Shapes = DeclaredWins.Over(wanted, declared, inherited) })
            .Select(missing => missing with { Shapes = collisions.Without(missing) })
            .ToEquatableArray();
    }

    public EquatableArray<DeclaredMember> Declared() => declared.ToEquatableArray();

    /// <summary>The ids of what the compiler says of the types that declared members name.</summary>
    public EquatableArray<string> Warnings() => UseWarningReader.OfSignatures(left);

    private DeclaredMember Parse(IMethodSymbol method)
    {
        if (binder.Bind(method) is not { } call)
            return UnboundMembers.Method(method);

        bound.Add(method);
        Add(call.Name.Text, call.Operation, GeneratedShapes.Factory);
        if (!call.Signature.Roles.Contains(ParameterRole.CancellationToken)
            && SymbolEqualityComparer.Default.Equals(method.ContainingType, type))
            problems.NoCancellationToken(method);
        return new BoundMethod(
            method.ContainingType.FullName(),
            Identifiers.Escape(method.Name),
            call.Operation.Name,
            call.Signature.Shape,
            Identifiers.AnnotateOwn(method.ReturnType.WithNullableAnnotation(NullableAnnotation.NotAnnotated)),
            TypeParameters.OwnOf(method),
            method.Parameters
                .Zip(call.Signature.Roles, (parameter, role) => AsImplemented(parameter, role, call.Signature))
                .ToEquatableArray());
    }

    // Options may be null, whether or not the declaration says so.
    private static MethodParameter AsImplemented(IParameterSymbol parameter, ParameterRole role, CallSignature signature) => new(
        Identifiers.AnnotateOwn(role == ParameterRole.Options
            ? parameter.Type.WithNullableAnnotation(NullableAnnotation.Annotated)
            : parameter.Type),
        role,
        role == ParameterRole.Requests && signature.IsAmbiguous(parameter.Type)
            ? Names.AsyncSequence(Identifiers.Annotate(signature.Request))
            : null);

    private static GeneratedShapes Fitting(Operation operation) =>
        operation.Paging is null ? GeneratedShapes.All & ~GeneratedShapes.Pages : GeneratedShapes.All;

    private void Add(string name, Operation operation, GeneratedShapes shapes)
    {
        var present = operations.TryGetValue(name, out var members) ? members.Shapes : GeneratedShapes.None;
        operations[name] = new OperationMembers(name, operation, present | shapes);
    }
}
