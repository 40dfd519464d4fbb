using System.Collections.Concurrent;
using AwsBatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Services;

/// <summary>
/// Reads by what the requests of a package are compared. One that holds anything it does not know, such as a stream, an
/// abstract type or a property without a setter, has no identity: it is sent rather than taken for another.
/// </summary>
internal sealed class IdentityReader
{
    private readonly ConcurrentDictionary<ITypeSymbol, Found> types = new(SymbolEqualityComparer.Default);

    /// <summary>Null if requests of the type cannot be compared.</summary>
    public RequestIdentity? Read(ITypeSymbol request)
    {
        var reached = new Dictionary<ITypeSymbol, ComparedType>(SymbolEqualityComparer.Default);
        var waiting = new Queue<ITypeSymbol>([request]);
        while (waiting.Count > 0)
        {
            var type = waiting.Dequeue();
            if (reached.ContainsKey(type))
                continue;

            var found = types.GetOrAdd(type, ReadType);
            if (found.Type is not { } compared)
                return null;

            reached.Add(type, compared);
            foreach (var inner in found.Inner)
                waiting.Enqueue(inner);
        }

        return new RequestIdentity(
            reached[request],
            reached.Values
                .OrderBy(type => type.Namespace, StringComparer.Ordinal)
                .ThenBy(type => type.Name, StringComparer.Ordinal)
                .ToEquatableArray());
    }

    private static Found ReadType(ITypeSymbol type)
    {
        var settable = SdkProperties.Settable(type);
        HashSet<string> known = [.. settable.SelectMany(property => new[] { property.Name, $"Is{property.Name}Set" })];
        if (!CanBeMade(type) || !HasOnly(known, type))
            return Found.Nothing;

        var inner = new List<ITypeSymbol>();
        var parts = new List<ComparedPart>();
        foreach (var property in settable.OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            if (PartFormReader.Read(property.Type, inner) is not { } form)
                return Found.Nothing;
            parts.Add(new ComparedPart(property.Name, form));
        }

        return new Found(
            new ComparedType(
                type.ContainingNamespace.ToDisplayString(),
                type.Name,
                parts.ToEquatableArray(),
                settable.Any(property => property.ObsoleteReason() is not null)),
            inner);
    }

    private static bool CanBeMade(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsAbstract: false, IsGenericType: false, ContainingType: null, DeclaredAccessibility: Accessibility.Public } named
        && named.InstanceConstructors.Any(constructor =>
            constructor is { DeclaredAccessibility: Accessibility.Public, Parameters.Length: 0 });

    // Also what the reader of properties leaves out, as indexers.
    private static bool HasOnly(HashSet<string> known, ITypeSymbol type)
    {
        for (var part = type; part is not null && !SdkProperties.IsBase(part); part = part.BaseType)
        {
            if (part.GetMembers().Any(member =>
                member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false }
                && !known.Contains(member.Name)))
                return false;
        }

        return true;
    }

    /// <summary>A type as it is compared, or not, and the types inside it.</summary>
    private sealed record Found(ComparedType? Type, IReadOnlyList<ITypeSymbol> Inner)
    {
        public static readonly Found Nothing = new(null, []);
    }
}
