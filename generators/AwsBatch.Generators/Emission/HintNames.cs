using AwsBatch.Generators.Model;

namespace AwsBatch.Generators.Emission;

/// <summary>The names of generated files, which the compiler tells apart whatever the case: those of interfaces may differ in it alone.</summary>
internal static class HintNames
{
    /// <summary>The names that are another's in another case, sorted.</summary>
    public static EquatableArray<string> Alike(IEnumerable<string> names) => names
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Distinct().Count() > 1)
        .SelectMany(group => group)
        .OrderBy(name => name, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>An interface's own name; of those alike, or like a fixed one, with a hyphen, which no identifier has, before each capital.</summary>
    public static string Of(InterfaceDeclaration declaration, EquatableArray<string> alike) =>
        alike.Contains(declaration.HintName) || IsAmongFixed(declaration.HintName)
            ? string.Concat(declaration.HintName.Select(letter => char.IsUpper(letter) ? $"-{letter}" : $"{letter}"))
            : declaration.HintName;

    // What an assembly has once, such as AwsBatch.Registrar, is named as an interface of that namespace would be.
    private static bool IsAmongFixed(string name) =>
        name.StartsWith("AwsBatch.", StringComparison.OrdinalIgnoreCase) && name.IndexOf('.') == name.LastIndexOf('.');
}
