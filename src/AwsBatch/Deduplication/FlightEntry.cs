namespace AwsBatch.Deduplication;

/// <summary>What one who enters with a key is to do.</summary>
internal enum FlightRole
{
    /// <summary>Nobody has the key: send the request, and end the flight.</summary>
    Lead,

    /// <summary>A remembered answer is young enough: use it.</summary>
    Hit,

    /// <summary>The same request is on its way: be called back once.</summary>
    Wait,
}

/// <summary>What came of entering.</summary>
/// <param name="Role">What to do.</param>
/// <param name="Value">The answer of a hit.</param>
/// <param name="Flight">The flight that is led or waited for; null for a hit.</param>
internal readonly record struct FlightEntry<TKey, TValue, TFailure>(
    FlightRole Role, TValue? Value, Flight<TKey, TValue, TFailure>? Flight);
