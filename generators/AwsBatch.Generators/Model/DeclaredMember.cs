namespace AwsBatch.Generators.Model;

/// <summary>A member the user declared and the generator implements.</summary>
/// <param name="Interface">The declaring interface with <c>global::</c>: the batch interface or one it inherits.</param>
/// <param name="Name">Escaped where it is a keyword.</param>
internal abstract record DeclaredMember(string Interface, string Name);

/// <summary>A method that is one of the call shapes of an operation.</summary>
/// <param name="Operation">The operation's name in the API.</param>
/// <param name="Shape">Which call of the core it becomes.</param>
/// <param name="ReturnType">With <c>global::</c>.</param>
/// <param name="TypeParameters">In the user's order.</param>
/// <param name="Parameters">In the user's order.</param>
internal sealed record BoundMethod(
    string Interface,
    string Name,
    string Operation,
    CallShape Shape,
    string ReturnType,
    EquatableArray<TypeParameter> TypeParameters,
    EquatableArray<MethodParameter> Parameters)
    : DeclaredMember(Interface, Name);

/// <summary>A method that fits no operation; implemented all the same, so that the user sees one error.</summary>
/// <param name="ReturnType">With <c>global::</c> and its ref kind.</param>
/// <param name="TypeParameters">In the user's order.</param>
/// <param name="Parameters">Each as it is declared.</param>
internal sealed record UnboundMethod(
    string Interface,
    string Name,
    string ReturnType,
    EquatableArray<TypeParameter> TypeParameters,
    EquatableArray<string> Parameters)
    : DeclaredMember(Interface, Name);

/// <summary>A property, indexer or event, which no batch interface supports.</summary>
/// <param name="Type">With <c>global::</c>, its ref kind, and <c>event</c> where it is one.</param>
/// <param name="Accessors">Such as <c>get</c> and <c>set</c>.</param>
/// <param name="Parameters">An indexer's, each as it is declared.</param>
internal sealed record UnboundAccessors(
    string Interface,
    string Name,
    string Type,
    EquatableArray<string> Accessors,
    EquatableArray<string> Parameters)
    : DeclaredMember(Interface, Name);

/// <summary>A type parameter of a method.</summary>
/// <param name="Name">As an implementation names it.</param>
/// <param name="Kind">
/// <c>class</c> or <c>default</c>, without which <c>T?</c> of an implementation would be another type than the declaration's; null
/// if it is a value type.
/// </param>
internal sealed record TypeParameter(string Name, string? Kind);

/// <summary>A parameter of a call shape.</summary>
/// <param name="Type">With <c>global::</c>.</param>
/// <param name="Cast">As what it is handed on; null if its type says it.</param>
internal sealed record MethodParameter(string Type, ParameterRole Role, string? Cast = null);

/// <summary>What a parameter is for, whatever its name.</summary>
internal enum ParameterRole
{
    Request,
    Requests,
    Consumer,
    Options,
    CancellationToken,
}

/// <summary>The calls of the core that a member can become.</summary>
internal enum CallShape
{
    /// <summary>One call, returning a <c>Task</c>.</summary>
    Call,

    /// <summary>One call, returning a <c>ValueTask</c>.</summary>
    ValueCall,

    /// <summary>A list of requests; results in their order.</summary>
    Batch,

    /// <summary>An asynchronous source of requests; results as they complete.</summary>
    StreamOfAsync,

    /// <summary>A sequence of requests; results as they complete.</summary>
    StreamOfSequence,

    /// <summary>A sequence of requests; all pages of each as they arrive.</summary>
    Pages,
}
