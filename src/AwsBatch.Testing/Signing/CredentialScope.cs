namespace AwsBatch.Testing.Signing;

/// <summary>Whose key signed, and for which day, region and service.</summary>
internal sealed record CredentialScope(string AccessKey, string Day, string Region, string Service)
{
    private const string Terminator = "aws4_request";

    /// <summary>Parses <c>AKID/20130524/us-east-1/s3/aws4_request</c>.</summary>
    public static CredentialScope? TryParse(string credential) =>
        credential.Split('/') is [var key, { Length: 8 } day, var region, var service, Terminator]
            ? new(key, day, region, service)
            : null;

    /// <summary>The scope as it enters the string to sign.</summary>
    public override string ToString() => $"{Day}/{Region}/{Service}/{Terminator}";
}
