using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime.Internal.Auth;

namespace AwsBatch.Testing.Tests.Clients;

/// <summary>A bare HTTP client whose requests the SDK's own signer signs, for services without a client here and for odd requests.</summary>
internal sealed class SignedClient(AwsEndpoint aws, string service) : IDisposable
{
    private const string SignedHeaders = "host;x-amz-content-sha256;x-amz-date";

    private readonly HttpMessageInvoker http = new(Loopback.Handler(aws));

    /// <param name="method">GET and so on.</param>
    /// <param name="path">Percent-encoded.</param>
    /// <param name="query">In canonical form: sorted, encoded, with an equals sign each.</param>
    /// <param name="body">The payload.</param>
    /// <param name="signedAt">Now, unless another time is to be signed.</param>
    /// <param name="change">Last changes, after signing.</param>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        string query = "",
        string body = "",
        DateTimeOffset? signedAt = null,
        Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(aws.Url, query.Length == 0 ? path : $"{path}?{query}"));
        var bytes = Encoding.UTF8.GetBytes(body);
        if (bytes.Length > 0)
            request.Content = new ByteArrayContent(bytes);
        Sign(request, path, query, bytes, (signedAt ?? TimeProvider.System.GetUtcNow()).UtcDateTime);
        change?.Invoke(request);
        return await http.SendAsync(request, CancellationToken.None);
    }

    public void Dispose() => http.Dispose();

    private void Sign(HttpRequestMessage request, string path, string query, byte[] body, DateTime time)
    {
        var keys = aws.Credentials.GetCredentials();
        var date = time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        // Every service but S3 signs the path encoded once more than it is sent.
        var canonicalPath = service == "s3" ? path : path.Replace("%", "%25", StringComparison.Ordinal);
        var canonical =
            $"{request.Method}\n{canonicalPath}\n{query}\nhost:{aws.Url.Authority}\nx-amz-content-sha256:{hash}\nx-amz-date:{date}\n\n"
            + $"{SignedHeaders}\n{hash}";
        var signature = AWS4Signer.ComputeSignature(keys.AccessKey, keys.SecretKey, aws.Region, time, service, SignedHeaders, canonical);
        request.Headers.Add("x-amz-date", date);
        request.Headers.Add("x-amz-content-sha256", hash);
        request.Headers.TryAddWithoutValidation("Authorization", signature.ForAuthorizationHeader);
    }
}
