using AwsBatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Services;

/// <summary>Reads from an operation's request and response how its answers continue.</summary>
internal static class PagingReader
{
    /// <summary>Null if the operation is not pageable.</summary>
    public static Paging? Read(ITypeSymbol request, ITypeSymbol response)
    {
        var asked = SdkProperties.Settable(request);
        var given = SdkProperties.Readable(response).ToList();
        HashSet<string> askedNames = [.. asked.Select(property => property.Name)];
        HashSet<string> givenNames = [.. given.Select(property => property.Name)];

        var pairs = PageTokens.Find(askedNames, givenNames);
        var tokens = pairs
            .Select(pair => Token(Find(asked, pair.Request), Find(given, pair.Response)))
            .OfType<PageToken>()
            .ToList();
        if (tokens.Count == 0 || tokens.Count < pairs.Count)
            return null;

        var copied = asked.Where(property => !pairs.Any(pair => pair.Request == property.Name)).ToList();
        return new Paging(
            tokens.ToEquatableArray(),
            PageTokens.FindMoreFlag(givenNames),
            copied.Select(property => property.Name).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray(),
            copied.Any(property => property.ObsoleteReason() is not null));
    }

    private static PageToken? Token(IPropertySymbol asked, IPropertySymbol given)
    {
        if (TokenFormReader.Read(given.Type) is not { } form)
            return null;
        if (SymbolEqualityComparer.Default.Equals(asked.Type, given.Type))
            return new PageToken(asked.Name, given.Name, form, IsSentAsText: false);

        // S3's ListParts gives a number and takes its text.
        return asked.Type.SpecialType == SpecialType.System_String && form is ScalarForm
            ? new PageToken(asked.Name, given.Name, form, IsSentAsText: true)
            : null;
    }

    private static IPropertySymbol Find(IEnumerable<IPropertySymbol> properties, string name) => properties.First(property => property.Name == name);
}
