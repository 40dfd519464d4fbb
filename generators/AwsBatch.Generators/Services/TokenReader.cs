using AwsBatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Services;

/// <summary>Reads the idempotency token of an operation's request.</summary>
internal static class TokenReader
{
    /// <summary>Null if it has none.</summary>
    public static IdempotencyToken? Read(string service, string operation, ITypeSymbol request)
    {
        var settable = SdkProperties.Settable(request);
        var token = IdempotencyTokens.Find(
            service,
            operation,
            [.. settable.Where(property => property.Type.SpecialType == SpecialType.System_String).Select(property => property.Name)]);
        if (token is null)
            return null;

        var copied = settable.Where(property => property.Name != token).ToList();
        return new IdempotencyToken(
            token,
            copied.Select(property => property.Name).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray(),
            copied.Any(property => property.ObsoleteReason() is not null));
    }
}
