using AwsBatch.CompilerServices;

namespace AwsBatch.Retries;

/// <summary>An attempt that did not succeed, and its circumstances.</summary>
/// <param name="Operation">What was called.</param>
/// <param name="Target">Where it went, nothing left to inherit.</param>
/// <param name="Exception">What came of it.</param>
/// <param name="Answered">Whether an answer had begun; the failure is then a consumer's, or the body's.</param>
/// <param name="At">When it failed, by this side's clock.</param>
/// <param name="Elapsed">How long it took.</param>
internal readonly record struct FailedAttempt(
    BatchOperation Operation, BatchTarget Target, Exception Exception, bool Answered, DateTimeOffset At, TimeSpan Elapsed);
