namespace AwsBatch.Telemetry;

/// <summary>
/// The names of what is measured, by the OpenTelemetry semantic conventions 1.44.0: "RPC" for the instrument, its buckets,
/// <c>rpc.system.name</c> and the span's name <c>Service/Operation</c>; "AWS SDK client spans" for <c>aws.request_id</c>, the
/// bare operation in <c>rpc.method</c> and the service in <c>rpc.service</c>, which "RPC" would join into one. What they have no
/// name for is under <c>awsbatch</c>.
/// </summary>
internal static class TelemetryNames
{
    public const string Source = "AwsBatch";

    public const string AwsApi = "aws-api";

    public const string CallDuration = "rpc.client.call.duration";
    public const string AttemptDuration = "awsbatch.attempt.duration";
    public const string Attempts = "awsbatch.attempts";
    public const string Throttles = "awsbatch.throttles";
    public const string DedupeHits = "awsbatch.dedupe.hits";
    public const string InFlight = "awsbatch.in_flight";
    public const string Limit = "awsbatch.limit";
    public const string Parked = "awsbatch.parked";

    public const string RpcSystem = "rpc.system.name";
    public const string RpcService = "rpc.service";
    public const string RpcMethod = "rpc.method";
    public const string ErrorType = "error.type";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string Region = "cloud.region";
    public const string RequestId = "aws.request_id";
    public const string StatusCode = "http.response.status_code";

    public const string Profile = "awsbatch.profile";
    public const string AttemptCount = "awsbatch.attempt.count";
    public const string Attempt = "awsbatch.attempt";
    public const string Delay = "awsbatch.delay";
    public const string RetryEvent = "awsbatch.retry";
    public const string ThrottleEvent = "awsbatch.throttle";
}
