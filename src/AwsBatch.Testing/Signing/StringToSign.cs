using System.Security.Cryptography;
using System.Text;

namespace AwsBatch.Testing.Signing;

/// <summary>The texts whose keyed hash is a signature: of a request, of a chunk, of the trailer after the last chunk.</summary>
internal static class StringToSign
{
    private static readonly string EmptyHash = Sha256.Hex([]);

    public static string OfRequest(string timestamp, CredentialScope scope, string canonicalRequest) =>
        $"{RequestSignature.Algorithm}\n{timestamp}\n{scope}\n{Sha256.Hex(canonicalRequest)}";

    public static string OfChunk(string timestamp, CredentialScope scope, string previousSignature, ReadOnlySpan<byte> chunk) =>
        $"{RequestSignature.Algorithm}-PAYLOAD\n{timestamp}\n{scope}\n{previousSignature}\n{EmptyHash}\n{Sha256.Hex(chunk)}";

    public static string OfTrailer(string timestamp, CredentialScope scope, string previousSignature, string trailer) =>
        $"AWS4-HMAC-SHA256-TRAILER\n{timestamp}\n{scope}\n{previousSignature}\n{Sha256.Hex(trailer)}";

    public static string Sign(byte[] key, string text)
    {
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text), signature);
        return Convert.ToHexStringLower(signature);
    }
}

internal static class Sha256
{
    public static string Hex(string text) => Hex(Encoding.UTF8.GetBytes(text));

    public static string Hex(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Convert.ToHexStringLower(hash);
    }
}
