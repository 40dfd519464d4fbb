namespace AwsBatch.Testing.Tests.Clients;

internal static class Loopback
{
    /// <summary>Plain sockets that trust exactly the endpoint's certificate.</summary>
    public static SocketsHttpHandler Handler(AwsEndpoint aws) => new()
    {
        UseProxy = false,
        SslOptions = new()
        {
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == aws.Certificate?.GetCertHashString(),
        },
    };
}
