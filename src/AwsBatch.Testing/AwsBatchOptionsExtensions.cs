using System.Security.Cryptography;

namespace AwsBatch.Testing;

/// <summary>Points AwsBatch at an embedded endpoint.</summary>
public static class AwsBatchOptionsExtensions
{
    /// <summary>
    /// Sends everything to the endpoint: its URL, region and credentials, and, over HTTPS, trust in its certificate
    /// alone and for these connections alone.
    /// </summary>
    /// <param name="options">The options that <c>AddAwsBatch</c> hands out.</param>
    /// <param name="endpoint">A started endpoint.</param>
    public static AwsBatchOptions UseEndpoint(this AwsBatchOptions options, AwsEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(endpoint);
        options.EndpointUrl = endpoint.Url.AbsoluteUri;
        options.Region = endpoint.Region;
        options.Credentials = endpoint.Credentials;
        if (endpoint.Certificate is { } certificate)
        {
            var trusted = certificate.GetCertHashString(HashAlgorithmName.SHA256);
            options.ConfigureHttp(handler => handler.SslOptions.RemoteCertificateValidationCallback =
                (_, presented, _, _) => presented?.GetCertHashString(HashAlgorithmName.SHA256) == trusted);
        }

        return options;
    }
}
