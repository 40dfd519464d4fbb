using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>Which limit throttled a call.</summary>
public class ThrottleReason : ConstantClass
{
    /// <summary>The caller's rate of API calls.</summary>
    public static readonly ThrottleReason CallerRateLimitExceeded = new("CallerRateLimitExceeded");

    /// <summary>The account's concurrent invocations.</summary>
    public static readonly ThrottleReason ConcurrentInvocationLimitExceeded = new("ConcurrentInvocationLimitExceeded");

    /// <summary>The snapshots being created at once.</summary>
    public static readonly ThrottleReason ConcurrentSnapshotCreateLimitExceeded = new("ConcurrentSnapshotCreateLimitExceeded");

    /// <summary>The invocation rate of the function.</summary>
    public static readonly ThrottleReason FunctionInvocationRateLimitExceeded = new("FunctionInvocationRateLimitExceeded");

    /// <summary>The concurrency reserved for the function.</summary>
    public static readonly ThrottleReason ReservedFunctionConcurrentInvocationLimitExceeded =
        new("ReservedFunctionConcurrentInvocationLimitExceeded");

    /// <summary>The invocation rate that comes with the reserved concurrency.</summary>
    public static readonly ThrottleReason ReservedFunctionInvocationRateLimitExceeded =
        new("ReservedFunctionInvocationRateLimitExceeded");

    /// <summary>Wraps any value, also one this version does not know.</summary>
    public ThrottleReason(string value) : base(value) { }

    /// <summary>The constant of that value, or a new one.</summary>
    public static ThrottleReason FindValue(string value) => FindValue<ThrottleReason>(value);

    /// <summary>The constant of that value, or a new one.</summary>
    public static implicit operator ThrottleReason(string value) => FindValue(value);
}
