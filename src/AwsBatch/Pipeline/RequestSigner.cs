using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace AwsBatch.Pipeline;

/// <summary>
/// Signs requests by AWS's Signature Version 4. It writes what is signed into one buffer and keeps the keys, which are the
/// same for a day.
/// </summary>
internal sealed class RequestSigner
{
    private const string HashOfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private readonly ConcurrentDictionary<(string Region, string Service), SigningKey> keys = new();

    /// <param name="request">What is sent; its headers get none of the signature's.</param>
    /// <param name="path">Its path as it is signed.</param>
    /// <param name="body">Its body; null if it has none.</param>
    /// <param name="route">Where it goes.</param>
    /// <param name="credentials">Who sends it.</param>
    /// <param name="at">When, in UTC.</param>
    public Signature Sign(
        IRequest request, string path, ReadOnlyMemory<byte>? body, Route route, ImmutableCredentials credentials, DateTime at)
    {
        var date = at.ToString("yyyyMMddTHHmmssZ", CultureInfo.InvariantCulture);
        var contentSha256 = body is { Length: > 0 } content ? HashOf(content.Span) : HashOfNothing;
        var token = credentials.UseToken ? credentials.Token : null;
        var key = KeyFor(route, credentials, at);

        using var headers = new SignedHeaders(request.Headers.Count + 4);
        foreach (var (name, value) in request.Headers)
            headers.Add(name, value);
        headers.Add(HeaderNames.Host, route.Host);
        headers.Add(HeaderNames.Date, date);
        headers.Add(HeaderNames.ContentSha256, contentSha256);
        if (token is not null)
            headers.Add(HeaderNames.SecurityToken, token);

        var authorization = Authorize(request, path, headers, contentSha256, date, key);
        return new Signature(date, contentSha256, token, authorization);
    }

    private static string HashOf(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return Convert.ToHexStringLower(hash);
    }

    private static string Authorize(
        IRequest request, string path, in SignedHeaders headers, string contentSha256, string date, SigningKey key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var buffer = new Utf8Buffer(stackalloc byte[2048]);
        try
        {
            buffer.Append(request.HttpMethod);
            buffer.Append((byte)'\n');
            buffer.Append(path);
            buffer.Append((byte)'\n');
            buffer.Append(CanonicalQuery.Of(request));
            buffer.Append((byte)'\n');
            headers.WriteLines(ref buffer);
            buffer.Append((byte)'\n');
            headers.WriteNames(ref buffer);
            buffer.Append((byte)'\n');
            buffer.Append(contentSha256);
            SHA256.HashData(buffer.Written, hash);

            buffer.Clear();
            buffer.Append("AWS4-HMAC-SHA256\n"u8);
            buffer.Append(date);
            buffer.Append((byte)'\n');
            buffer.Append(key.Scope);
            buffer.Append((byte)'\n');
            buffer.AppendHex(hash);
            key.Sign(buffer.Written, hash);

            buffer.Clear();
            buffer.Append(key.Credential);
            headers.WriteNames(ref buffer);
            buffer.Append(", Signature="u8);
            buffer.AppendHex(hash);
            return Encoding.UTF8.GetString(buffer.Written);
        }
        finally
        {
            buffer.Dispose();
        }
    }

    private SigningKey KeyFor(Route route, ImmutableCredentials credentials, DateTime at)
    {
        var scope = (route.SigningRegion, route.SigningService);
        return keys.TryGetValue(scope, out var key) && key.IsOf(credentials, at)
            ? key
            : keys[scope] = new SigningKey(credentials, at, route.SigningRegion, route.SigningService);
    }
}
