namespace AwsBatch.Benchmarks.Measurement;

/// <summary>What was measured is not what was meant to be, so there are no figures.</summary>
internal sealed class InvalidMeasurementException(string message, Exception? cause = null) : Exception(message, cause);
