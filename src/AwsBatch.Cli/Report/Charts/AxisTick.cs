namespace AwsBatch.Cli.Report.Charts;

/// <summary>A label of an axis.</summary>
/// <param name="At">How far along it is, from 0 to 1.</param>
/// <param name="Label">What it says.</param>
internal readonly record struct AxisTick(double At, string Label);
