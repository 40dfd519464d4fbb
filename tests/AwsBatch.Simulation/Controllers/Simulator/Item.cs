namespace AwsBatch.Simulation.Controllers.Simulator;

/// <summary>One attempt of an item.</summary>
/// <param name="Process">Whose it is.</param>
/// <param name="FirstSentAt">When the item was first sent, in nanoseconds.</param>
/// <param name="SentAt">When this attempt was.</param>
/// <param name="Attempts">How many there were, this one included.</param>
internal readonly record struct Item(int Process, long FirstSentAt, long SentAt, int Attempts);
