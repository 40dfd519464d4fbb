using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace AwsBatch.Testing.Signing;

/// <summary>Keys derived from the secret, one per day, region and service, made once.</summary>
internal sealed class SigningKeys(string secretKey)
{
    private readonly ConcurrentDictionary<(string Day, string Region, string Service), byte[]> keys = new();

    public byte[] For(CredentialScope scope) =>
        keys.GetOrAdd((scope.Day, scope.Region, scope.Service), static (id, secret) => Derive(secret, id), secretKey);

    private static byte[] Derive(string secret, (string Day, string Region, string Service) id)
    {
        var day = Hash(Encoding.UTF8.GetBytes("AWS4" + secret), id.Day);
        return Hash(Hash(Hash(day, id.Region), id.Service), "aws4_request");
    }

    private static byte[] Hash(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
