namespace AwsBatch.Pipeline;

/// <summary>Headers by the names under which the SDK sends them.</summary>
internal static class HeaderNames
{
    public const string Authorization = "Authorization";
    public const string ContentSha256 = "X-Amz-Content-SHA256";
    public const string ContentType = "Content-Type";
    public const string Date = "X-Amz-Date";
    public const string Host = "host";
    public const string InvocationId = "amz-sdk-invocation-id";
    public const string Retry = "amz-sdk-request";
    public const string SecurityToken = "x-amz-security-token";
    public const string TraceId = "x-amzn-trace-id";
}
