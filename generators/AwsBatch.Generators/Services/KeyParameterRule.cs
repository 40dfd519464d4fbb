using AwsBatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Services;

/// <summary>
/// Which properties of a request an error may show. Errors end in logs, so the rule names what identifies a resource and
/// shows nothing else: a property must look like an identifier, and must neither look like a secret nor be marked
/// sensitive by the SDK.
/// </summary>
internal static class KeyParameterRule
{
    /// <summary>Enough to find the request, few enough for one line.</summary>
    private const int Most = 4;

    private static readonly string[] IdentifierEndings =
        ["Name", "Names", "Id", "Ids", "Arn", "Arns", "Url", "Prefix", "Path"];

    private static readonly string[] SecretParts =
        ["Token", "Secret", "Password", "Credential", "AccessKey", "SSECustomer", "Passphrase", "PrivateKey"];

    // Idempotency, encryption and guards: they differ per call or say nothing about the resource.
    private static readonly string[] Noise =
        ["ClientId", "ClientRequestId", "ExpectedBucketOwner", "MessageDeduplicationId", "RequestId", "SSEKMSKeyId"];

    /// <summary>An operation's key parameters: S3's bucket and key, required ones, the operation's own resource, the rest.</summary>
    public static EquatableArray<KeyParameter> Choose(string operation, ITypeSymbol request, bool isS3) => request.GetMembers()
        .OfType<IPropertySymbol>()
        .Where(property => IsShowable(property) && (IsIdentifier(property.Name) || (isS3 && IsS3Key(property.Name))))
        .OrderByDescending(property => isS3 && IsS3Key(property.Name))
        .ThenByDescending(property => property.SdkFlag("Required"))
        .ThenByDescending(property => IsResourceOf(operation, property.Name))
        .ThenBy(property => property.Name, StringComparer.Ordinal)
        .Take(Most)
        .Select(property => new KeyParameter(ApiName(property.Name, isS3), property.Name))
        .ToEquatableArray();

    /// <summary>Whether a name alone forbids to show its value.</summary>
    public static bool IsSecret(string property) =>
        SecretParts.Any(part => property.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool IsShowable(IPropertySymbol property) =>
        property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false, GetMethod: not null }
        && IsStringOrStrings(property.Type)
        && !IsSecret(property.Name)
        && !property.Name.StartsWith("Idempotency", StringComparison.Ordinal)
        && !Noise.Contains(property.Name)
        && !property.SdkFlag("Sensitive")
        && property.ObsoleteReason() is null;

    private static bool IsStringOrStrings(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String
        || (type is INamedTypeSymbol { Name: "List", TypeArguments: [{ SpecialType: SpecialType.System_String }] } list
            && list.ContainingNamespace.ToDisplayString() == "System.Collections.Generic");

    private static bool IsIdentifier(string property) =>
        IdentifierEndings.Any(ending => property.EndsWith(ending, StringComparison.Ordinal));

    private static bool IsS3Key(string property) => RenamedInS3.KeyProperties.ContainsKey(property);

    // DescribeInstances: InstanceIds comes before ImageId.
    private static bool IsResourceOf(string operation, string property)
    {
        var ending = IdentifierEndings.FirstOrDefault(ending => property.EndsWith(ending, StringComparison.Ordinal));
        return ending is not null && property.Length > ending.Length
            && operation.IndexOf(property.Substring(0, property.Length - ending.Length), StringComparison.Ordinal) >= 0;
    }

    private static string ApiName(string property, bool isS3) =>
        isS3 && RenamedInS3.KeyProperties.TryGetValue(property, out var name) ? name : property;
}
