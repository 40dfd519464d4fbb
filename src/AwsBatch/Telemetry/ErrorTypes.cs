using System.Buffers;

namespace AwsBatch.Telemetry;

/// <summary>The values of <c>error.type</c>: a service's error code, or the kind of failure where there is none.</summary>
internal static class ErrorTypes
{
    // What a code may look like. Whatever else an endpoint sends may be anything: unbounded in number, or not ours to show.
    private const int LongestCode = 128;

    private static readonly SearchValues<char> CodeCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    public static string Of(BatchErrorKind kind, string? code) =>
        code is { Length: > 0 and <= LongestCode } && !code.AsSpan().ContainsAnyExcept(CodeCharacters) ? code : Of(kind);

    public static string Of(BatchErrorKind kind) => kind switch
    {
        BatchErrorKind.Service => nameof(BatchErrorKind.Service),
        BatchErrorKind.Throttled => nameof(BatchErrorKind.Throttled),
        BatchErrorKind.Timeout => nameof(BatchErrorKind.Timeout),
        BatchErrorKind.Canceled => nameof(BatchErrorKind.Canceled),
        BatchErrorKind.Network => nameof(BatchErrorKind.Network),
        BatchErrorKind.Validation => nameof(BatchErrorKind.Validation),
        _ => "_OTHER", // the conventions' word for it
    };
}
