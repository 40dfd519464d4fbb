using AwsBatch.Generators.Model;
using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AwsBatch.Generators.Parsing;

/// <summary>Reads where an interface stands, and whether a generated part can stand beside it.</summary>
internal static class InterfaceDeclarationParser
{
    private const LanguageVersion OldestLanguage = LanguageVersion.CSharp12;

    public static InterfaceDeclaration? Parse(
        INamedTypeSymbol type,
        Compilation compilation,
        Problems problems,
        CancellationToken cancellationToken)
    {
        var chain = Chain(type);
        if (!CanBeExtended(chain, compilation, problems, cancellationToken))
            return null;

        var containers = chain.Take(chain.Count - 1).ToList();
        var space = Namespaces(type);
        return new InterfaceDeclaration(
            space.Count == 0 ? null : string.Join(".", space.Select(Identifiers.Escape)),
            containers
                .Select(container => new ContainingType(Keyword(container), Identifiers.Escape(container.Name)))
                .ToEquatableArray(),
            Identifiers.Escape(type.Name),
            type.FullName(),
            string.Concat(space.Select(name => name + ".")) + string.Join("+", chain.Select(part => part.Name)),
            !type.AllInterfaces.IsEmpty,
            UseWarningReader.OfInterface(chain));
    }

    /// <summary>Whether every part of a type says so.</summary>
    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>The namespaces around a type, outermost first.</summary>
    private static List<string> Namespaces(INamedTypeSymbol type)
    {
        var names = new List<string>();
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            names.Insert(0, space.Name);
        return names;
    }

    /// <summary>The containing types, outermost first, and the type itself.</summary>
    private static List<INamedTypeSymbol> Chain(INamedTypeSymbol type)
    {
        var chain = new List<INamedTypeSymbol>();
        for (var part = type; part is not null; part = part.ContainingType)
            chain.Insert(0, part);
        return chain;
    }

    private static bool CanBeExtended(
        List<INamedTypeSymbol> chain,
        Compilation compilation,
        Problems problems,
        CancellationToken cancellationToken)
    {
        var type = chain[chain.Count - 1];
        var notPartial = chain.Where(part => !IsPartial(part, cancellationToken)).ToList();
        foreach (var part in notPartial)
            problems.NotPartial(part);

        var reason =
            chain.Any(part => part.IsGenericType) ? "what is generic, or inside a generic type, has no single implementation to register"
            : chain.Any(part => part.IsFileLocal) ? "what is file-local, or inside a file-local type, cannot have a generated part"
            : LeavesStaticMember(type) ? "an interface with static members that nothing implements is no type argument"
            : chain.FirstOrDefault(part => !IsNameable(part)) is { } hidden ? $"{Hidden(hidden, type)} cannot be named where it is registered"
            : compilation is CSharpCompilation { LanguageVersion: < OldestLanguage and var language } ? TooOld(language)
            : null;
        if (reason is not null)
            problems.NotSupported(type, reason);

        // Half-typed code has types without a name, of which the compiler tells.
        return notPartial.Count == 0 && reason is null && chain.All(part => part.Name.Length > 0);
    }

    private static bool IsNameable(INamedTypeSymbol type) => type.DeclaredAccessibility
        is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static string Hidden(INamedTypeSymbol part, INamedTypeSymbol type)
    {
        var accessibility = part.DeclaredAccessibility switch
        {
            Accessibility.Protected => "protected",
            Accessibility.ProtectedAndInternal => "private protected",
            _ => "private",
        };
        return SymbolEqualityComparer.Default.Equals(part, type)
            ? $"a {accessibility} interface"
            : $"what is inside a {accessibility} type";
    }

    private static string TooOld(LanguageVersion language) =>
        $"what is generated for it needs C# {OldestLanguage.ToDisplayString()} or newer, "
        + $"and the LangVersion of this project is {language.ToDisplayString()}";

    private static bool LeavesStaticMember(INamedTypeSymbol type) => type.AllInterfaces
        .Concat([type])
        .SelectMany(part => part.GetMembers())
        .Any(member => member.IsStatic && InterfaceMembers.IsLeft(member, type));

    private static string Keyword(INamedTypeSymbol type) => (type.IsRecord, type.TypeKind) switch
    {
        (true, TypeKind.Struct) => "record struct",
        (true, _) => "record",
        (_, TypeKind.Struct) => "struct",
        (_, TypeKind.Interface) => "interface",
        _ => "class",
    };
}
