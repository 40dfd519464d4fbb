using System.Buffers;

namespace AwsBatch.Clients;

/// <summary>What a header may be called.</summary>
internal static class HeaderName
{
    public const string Allowed = "ASCII letters, digits and !#$%&'*+-.^_`|~";

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static bool IsValid(string name) => name.Length > 0 && !name.AsSpan().ContainsAnyExcept(Characters);
}
