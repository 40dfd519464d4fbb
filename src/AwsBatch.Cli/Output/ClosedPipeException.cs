namespace AwsBatch.Cli.Output;

/// <summary>Nobody reads the output any more.</summary>
internal sealed class ClosedPipeException(IOException exception) : Exception("The output's reader has gone.", exception)
{
    private const int BrokenPipe = 32;
    private const int ErrorBrokenPipe = unchecked((int)0x8007006D);
    private const int ErrorNoData = unchecked((int)0x800700E8);

    public static bool IsSaidBy(IOException exception) => exception.HResult is BrokenPipe or ErrorBrokenPipe or ErrorNoData;
}
