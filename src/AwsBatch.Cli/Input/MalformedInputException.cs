namespace AwsBatch.Cli.Input;

/// <summary>The input is no list of requests from here on.</summary>
/// <param name="line">From 1.</param>
/// <param name="column">In bytes, from 1.</param>
/// <param name="reason">What is wrong there.</param>
internal sealed class MalformedInputException(long line, long column, string reason)
    : Exception($"line {line}, column {column}: {reason}")
{
    public long Line => line;

    public long Column => column;
}
