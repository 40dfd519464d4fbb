using AwsBatch.Generators.Model;
using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>Members that fit no operation, as an implementation must repeat them.</summary>
internal static class UnboundMembers
{
    public static UnboundMethod Method(IMethodSymbol method) => new(
        method.ContainingType.FullName(),
        Identifiers.Escape(method.Name),
        Returned(method.RefKind) + Identifiers.Annotate(method.ReturnType),
        TypeParameters.Of(method),
        Parameters(method.Parameters));

    /// <summary>A property, an indexer or an event.</summary>
    public static UnboundAccessors Accessors(ISymbol member) => member switch
    {
        IPropertySymbol property => new UnboundAccessors(
            property.ContainingType.FullName(),
            property.IsIndexer ? "this" : Identifiers.Escape(property.Name),
            Returned(property.RefKind) + Identifiers.Annotate(property.Type),
            new[] { property.GetMethod is null ? null : "get", Setter(property) }.OfType<string>().ToEquatableArray(),
            Parameters(property.Parameters)),
        IEventSymbol @event => new UnboundAccessors(
            @event.ContainingType.FullName(),
            Identifiers.Escape(@event.Name),
            "event " + Identifiers.Annotate(@event.Type),
            new(["add", "remove"]),
            default),
        _ => throw new ArgumentException("Only properties and events have accessors.", nameof(member)),
    };

    private static string? Setter(IPropertySymbol property) => property.SetMethod switch
    {
        null => null,
        { IsInitOnly: true } => "init",
        _ => "set",
    };

    private static EquatableArray<string> Parameters(IEnumerable<IParameterSymbol> parameters) => parameters
        .Select(parameter =>
            $"{Passed(parameter.RefKind)}{Identifiers.Annotate(parameter.Type)} {Identifiers.Escape(parameter.Name)}")
        .ToEquatableArray();

    private static string Returned(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.RefReadOnly => "ref readonly ",
        _ => "",
    };

    private static string Passed(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        RefKind.RefReadOnlyParameter => "ref readonly ",
        _ => "",
    };
}
