namespace AwsBatch.Cli.Input;

/// <summary>The input is no list of requests from here on.</summary>
/// <param name="position">Where that is.</param>
/// <param name="reason">What is wrong there.</param>
internal sealed class MalformedInputException(InputPosition position, string reason)
    : InputException($"line {position.Line}, column {position.Column}: {reason}")
{
    public long Line => position.Line;

    public long Column => position.Column;
}
