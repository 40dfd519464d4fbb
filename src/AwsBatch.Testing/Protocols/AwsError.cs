namespace AwsBatch.Testing.Protocols;

/// <summary>An error as a service states it; how it looks on the wire is the protocol's affair.</summary>
/// <param name="StatusCode">HTTP status.</param>
/// <param name="Code">AWS error code, such as <c>NoSuchKey</c>.</param>
/// <param name="Message">The text for people.</param>
/// <param name="Details">Further named values, in order, for protocols that carry them (S3's <c>BucketName</c>, <c>Key</c>).</param>
internal sealed record AwsError(int StatusCode, string Code, string Message, params (string Name, string Value)[] Details)
{
    public static readonly IReadOnlyDictionary<string, string> NoHeaders = new Dictionary<string, string>();

    /// <summary>Headers that the answer carries besides.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = NoHeaders;

    public static AwsError NotImplemented(string operation) =>
        new(501, "NotImplemented", $"The embedded endpoint does not implement {operation}.");

    /// <summary>A fault of the endpoint, or of a test's own code that it called: say so, rather than a bare 500.</summary>
    public static AwsError EndpointFailed(string operation, Exception exception) => new(
        500, "InternalError", $"The embedded endpoint failed in {operation}: {exception.GetType().Name}: {exception.Message}");
}

/// <summary>Ends an operation with an error.</summary>
internal sealed class AwsErrorException(AwsError error) : Exception(error.Message)
{
    public AwsError Error => error;
}
