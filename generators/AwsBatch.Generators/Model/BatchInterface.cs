namespace AwsBatch.Generators.Model;

/// <summary>Everything the output of one batch interface is made of.</summary>
/// <param name="Declaration">Which interface, and where it stands.</param>
/// <param name="Service">The service its operations belong to.</param>
/// <param name="Operations">The operations it uses, sorted by name, each with the members the generator adds for it.</param>
/// <param name="Inherited">The members the generator adds to batch interfaces that this one inherits.</param>
/// <param name="Members">The members the user declared here or in inherited interfaces, in their order.</param>
/// <param name="Warnings">The ids of what the compiler says of the types those members name, sorted.</param>
internal sealed record BatchInterface(
    InterfaceDeclaration Declaration,
    Service Service,
    EquatableArray<OperationMembers> Operations,
    EquatableArray<InheritedMembers> Inherited,
    EquatableArray<DeclaredMember> Members,
    EquatableArray<string> Warnings)
{
    /// <summary>The class inside the interface that implements it.</summary>
    public const string ImplementationName = "BatchImplementation";

    /// <summary>The operations it calls, its own and the inherited, sorted by name.</summary>
    public IEnumerable<Operation> UsedOperations() => Inherited
        .SelectMany(parent => parent.Operations)
        .Concat(Operations)
        .Select(members => members.Operation)
        .Distinct()
        .OrderBy(operation => operation.Name, StringComparer.Ordinal);
}

/// <summary>What the generator adds to an inherited batch interface, which its heir must implement.</summary>
/// <param name="Interface">The inherited interface with <c>global::</c>.</param>
/// <param name="Operations">Its operations and their members.</param>
internal sealed record InheritedMembers(string Interface, EquatableArray<OperationMembers> Operations);

/// <summary>A partial interface inside its namespace and containing types.</summary>
/// <param name="Namespace">Null in the global namespace.</param>
/// <param name="Containers">The containing types, outermost first.</param>
/// <param name="Name">The interface's own name, escaped where it is a keyword.</param>
/// <param name="FullName">With <c>global::</c>.</param>
/// <param name="HintName">The generated file's name without its extension; no two interfaces share one.</param>
/// <param name="Inherits">Whether it inherits other interfaces.</param>
/// <param name="Warnings">What the compiler says of its uses.</param>
internal sealed record InterfaceDeclaration(
    string? Namespace,
    EquatableArray<ContainingType> Containers,
    string Name,
    string FullName,
    string HintName,
    bool Inherits,
    UseWarnings Warnings);

/// <summary>A type around a nested interface.</summary>
/// <param name="Keyword">Such as <c>class</c> or <c>record struct</c>.</param>
/// <param name="Name">Escaped where it is a keyword.</param>
internal sealed record ContainingType(string Keyword, string Name);
