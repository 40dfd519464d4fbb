using System.Globalization;
using AwsBatch.CompilerServices;

namespace AwsBatch.Retries;

/// <summary>An attempt that did not succeed, and its circumstances.</summary>
/// <param name="Operation">What was called.</param>
/// <param name="Target">Where it went, nothing left to inherit.</param>
/// <param name="Exception">What came of it.</param>
/// <param name="Answered">Whether an answer had begun; the failure is then a consumer's, or the body's.</param>
/// <param name="At">When it failed, by this side's clock.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="SigningDate">The time it was signed with, as it was sent: ISO 8601's basic format; null if it was not dated.</param>
internal readonly record struct FailedAttempt(
    BatchOperation Operation, BatchTarget Target, Exception Exception, bool Answered, DateTimeOffset At, TimeSpan Elapsed, string? SigningDate = null)
{
    /// <summary>The time it was signed with; when it began, by this side's clock, if it does not tell.</summary>
    public DateTimeOffset SignedAt =>
        DateTimeOffset.TryParseExact(SigningDate, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : At - Elapsed;
}
