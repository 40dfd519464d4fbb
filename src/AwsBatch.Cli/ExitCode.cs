namespace AwsBatch.Cli;

/// <summary>What the tool's exit says; from 128 on as shells count signals.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int SomeFailed = 1;
    public const int Unusable = 2;
    public const int BatchFailed = 3;
    public const int Interrupted = 130;
    public const int ClosedPipe = 141;
    public const int Terminated = 143;
}
