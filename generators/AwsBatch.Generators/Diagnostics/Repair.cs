using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Diagnostics;

/// <summary>What a diagnostic tells its code fix besides the place: it travels in the diagnostic's properties.</summary>
/// <param name="Written">The wrong name; empty if no name is wrong.</param>
/// <param name="Replacements">What to put in its place, the likeliest first.</param>
internal sealed record Repair(string Written, ImmutableArray<string> Replacements)
{
    public static readonly Repair None = new("", []);

    // No name of a service, operation, type or package has a space.
    private const char Separator = ' ';

    /// <summary>What a message of a wrong name ends with; empty if no name is near.</summary>
    public string DidYouMean =>
        Replacements.IsEmpty ? "" : $"; did you mean {string.Join(" or ", Replacements.Select(name => $"'{name}'"))}?";

    /// <summary>A name to change to one of those near it.</summary>
    public static Repair Rename(string written, IEnumerable<string> near) => new(written, [.. near]);

    /// <summary>The one type or package that is right.</summary>
    public static Repair Use(string replacement) => new("", [replacement]);

    public static Repair Of(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(nameof(Replacements), out var replacements) && replacements is not null
            ? new Repair(diagnostic.Properties[nameof(Written)] ?? "", [.. replacements.Split(Separator)])
            : None;

    public ImmutableDictionary<string, string?> ToProperties() => Replacements.IsEmpty
        ? ImmutableDictionary<string, string?>.Empty
        : ImmutableDictionary<string, string?>.Empty
            .Add(nameof(Written), Written)
            .Add(nameof(Replacements), string.Join(Separator.ToString(), Replacements));
}
