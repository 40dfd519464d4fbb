using Microsoft.Extensions.Logging;

namespace AwsBatch.Execution;

/// <summary>Cancels tokens that callers hold as well: what they have registered may throw, and the call goes on.</summary>
internal static partial class CallerCallbacks
{
    public static void Cancel(this CancellationTokenSource source, ILogger logger)
    {
        try
        {
            source.Cancel();
        }
        catch (AggregateException exception)
        {
            LogCallbackFailed(logger, exception);
        }
    }

    public static async Task CancelAsync(this CancellationTokenSource source, ILogger logger)
    {
        try
        {
            await source.CancelAsync().ConfigureAwait(false);
        }
        catch (AggregateException exception)
        {
            LogCallbackFailed(logger, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was registered on a call's cancellation token threw; the call goes on.")]
    private static partial void LogCallbackFailed(ILogger logger, Exception exception);
}
