namespace AwsBatch;

/// <summary>How far a call has come.</summary>
/// <param name="Total">How many requests it has; null for a stream and for pages, whose end is not known.</param>
/// <param name="Completed">How many have their item, failed or not; of pages each counts.</param>
/// <param name="Failed">How many of those failed.</param>
/// <param name="InFlight">How many are being sent now.</param>
/// <param name="Parked">How many wait for another attempt, or for an equal request's answer.</param>
/// <param name="Limit">How many may be in flight.</param>
/// <param name="Rate">Completed requests per second since the call began.</param>
/// <param name="Eta">The time left at that rate; null while it cannot be told.</param>
public readonly record struct BatchProgress(
    int? Total,
    int Completed,
    int Failed,
    int InFlight,
    int Parked,
    int Limit,
    double Rate,
    TimeSpan? Eta);
