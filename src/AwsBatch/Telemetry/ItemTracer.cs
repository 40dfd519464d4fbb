using System.Diagnostics;
using Amazon.Runtime;

namespace AwsBatch.Telemetry;

/// <summary>
/// The spans of the activity source <c>AwsBatch</c>: one of kind client per item, with an event per wait for a retry. Costs
/// nothing unless a listener samples it. Tags say where and what, never a request's parameters.
/// </summary>
internal sealed class ItemTracer(ActivitySource source)
{
    /// <summary>Whether anybody may want a span.</summary>
    public bool HasListeners => source.HasListeners();

    /// <summary>Starts an item's span under the current one, and makes it the current one of the calling method.</summary>
    /// <returns>Null if nobody wants it.</returns>
    public Activity? StartItem(OperationMeter meter, PoolMeter? pool = null)
    {
        if (!HasListeners)
            return null;

        var span = source.StartActivity(meter.SpanName, ActivityKind.Client, default(ActivityContext), meter.Tags);
        if (span is { IsAllDataRequested: true } && pool is not null)
        {
            foreach (var (key, value) in pool.PlaceTags)
                span.SetTag(key, value);
        }

        return span;
    }

    /// <summary>Notes that an attempt failed and the next one waits.</summary>
    /// <param name="span">What <see cref="StartItem"/> gave.</param>
    /// <param name="attempt">How many were sent by then, the one that failed included; one that found no connection was not.</param>
    /// <param name="error">Why it failed.</param>
    /// <param name="delay">How long the next one waits at least.</param>
    public static void Retrying(Activity? span, int attempt, BatchError error, TimeSpan delay)
    {
        if (span is not { IsAllDataRequested: true })
            return;

        var name = error.Kind == BatchErrorKind.Throttled ? TelemetryNames.ThrottleEvent : TelemetryNames.RetryEvent;
        span.AddEvent(new ActivityEvent(name, tags: new ActivityTagsCollection
        {
            { TelemetryNames.Attempt, attempt },
            { TelemetryNames.ErrorType, ErrorTypes.Of(error.Kind, error.Code) },
            { TelemetryNames.Delay, delay.TotalSeconds },
        }));
    }

    /// <summary>Makes an item's span the current one of the calling method, for the item's next attempt.</summary>
    public static void Resume(Activity? span)
    {
        if (span is not null)
            Activity.Current = span;
    }

    /// <summary>Ends an item's span with its outcome; call it once, wherever the item ends.</summary>
    public static void EndItem(Activity? span, BatchItem item)
    {
        if (span is null)
            return;

        if (span.IsAllDataRequested)
        {
            span.SetTag(TelemetryNames.AttemptCount, item.Attempts);
            if (item.Error is { } error)
                Describe(span, error);
            else if (item.Response is AmazonWebServiceResponse response)
                Describe(span, (int)response.HttpStatusCode, response.ResponseMetadata?.RequestId);
        }

        span.Dispose();
    }

    /// <summary>Ends the span of an item that the end of its call has overtaken.</summary>
    public static void Drop(Activity? span)
    {
        if (span is null)
            return;

        span.SetTag(TelemetryNames.ErrorType, ErrorTypes.Of(BatchErrorKind.Canceled));
        span.SetStatus(ActivityStatusCode.Error, ErrorTypes.Of(BatchErrorKind.Canceled));
        span.Dispose();
    }

    private static void Describe(Activity span, BatchError error)
    {
        var type = ErrorTypes.Of(error.Kind, error.Code);
        span.SetTag(TelemetryNames.ErrorType, type);

        // The type once more, for a message may quote the request.
        span.SetStatus(ActivityStatusCode.Error, type);
        Describe(span, (int)(error.StatusCode ?? 0), error.RequestId);
    }

    private static void Describe(Activity span, int statusCode, string? requestId)
    {
        if (statusCode != 0)
            span.SetTag(TelemetryNames.StatusCode, statusCode);
        if (!string.IsNullOrEmpty(requestId))
            span.SetTag(TelemetryNames.RequestId, requestId);
    }
}
