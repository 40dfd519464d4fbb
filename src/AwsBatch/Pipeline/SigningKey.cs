using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;

namespace AwsBatch.Pipeline;

/// <summary>The key that credentials sign with for one day, region and service.</summary>
internal sealed class SigningKey
{
    private readonly string secret;
    private readonly string accessKey;
    private readonly DateTime day;
    private readonly byte[] key;

    // Made once: to set a key up costs as much as to sign with it. One at a time uses it, others make their own.
    private IncrementalHash? idle;

    public SigningKey(ImmutableCredentials credentials, DateTime at, string region, string service)
    {
        secret = credentials.SecretKey;
        accessKey = credentials.AccessKey;
        day = at.Date;
        var date = at.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        Scope = $"{date}/{region}/{service}/aws4_request";
        Credential = $"AWS4-HMAC-SHA256 Credential={accessKey}/{Scope}, SignedHeaders=";
        key = Derive(Derive(Derive(Derive(Encoding.UTF8.GetBytes("AWS4" + secret), date), region), service), "aws4_request");
    }

    /// <summary>What the key is for, as the string to sign has it.</summary>
    public string Scope { get; }

    /// <summary>How the Authorization header begins.</summary>
    public string Credential { get; }

    public bool IsOf(ImmutableCredentials credentials, DateTime at) =>
        at.Date == day && credentials.SecretKey == secret && credentials.AccessKey == accessKey;

    public void Sign(ReadOnlySpan<byte> text, Span<byte> signature)
    {
        var hash = Interlocked.Exchange(ref idle, null) ?? IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(text);
        hash.GetHashAndReset(signature);
        Interlocked.Exchange(ref idle, hash)?.Dispose();
    }

    private static byte[] Derive(byte[] key, string part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
}
