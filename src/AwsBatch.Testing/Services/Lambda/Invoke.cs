using System.Text.Json;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Lambda;

internal static class Invoke
{
    public const string Latest = "$LATEST";

    private const string InvocationType = "X-Amz-Invocation-Type";
    private const string Synchronous = "RequestResponse";
    private const string Asynchronous = "Event";
    private const int MaxPayload = 6 * 1024 * 1024;
    private const int MaxEvent = 1024 * 1024;

    public static ValueTask AnswerAsync(LambdaCall call, AwsResponse response, CancellationToken cancellationToken)
    {
        var function = call.Function;
        var payload = call.Request.Body;
        var type = call.Request.Header(InvocationType) ?? Synchronous;
        var limit = type == Asynchronous ? MaxEvent : MaxPayload;
        if (payload.Length > limit)
            throw LambdaErrors.RequestEntityTooLarge(payload.Length, type, limit);
        if (!payload.IsEmpty && !IsJson(payload.Span))
            throw LambdaErrors.InvalidRequestContent();
        response.Headers["X-Amz-Executed-Version"] = Latest;
        switch (type)
        {
            case Synchronous:
                return RunAsync(function, payload, response, cancellationToken);
            case Asynchronous:
                _ = RunDetachedAsync(function, payload);
                response.StatusCode = 202;
                return default;
            case "DryRun":
                response.StatusCode = 204;
                return default;
            case var other:
                throw LambdaErrors.InvalidParameterValue(InvocationType, other);
        }
    }

    private static async ValueTask RunAsync(
        LambdaFunction function, ReadOnlyMemory<byte> payload, AwsResponse response, CancellationToken cancellationToken)
    {
        try
        {
            response.Content = await function.Handler(payload, cancellationToken).ConfigureAwait(false);
            response.Headers.ContentType = RestJsonProtocol.ContentType;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            WriteFunctionError(exception, response);
        }
    }

    // An event's outcome is nobody's to see, as on the real service.
    private static async Task RunDetachedAsync(LambdaFunction function, ReadOnlyMemory<byte> payload)
    {
        Task run = Task.Run(() => function.Handler(payload, CancellationToken.None).AsTask());
        await run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static void WriteFunctionError(Exception exception, AwsResponse response)
    {
        response.Headers["X-Amz-Function-Error"] = "Unhandled";
        using var json = response.OpenJson(RestJsonProtocol.ContentType);
        json.WriteStartObject();
        json.WriteString("errorType", exception.GetType().Name);
        json.WriteString("errorMessage", exception.Message);
        json.WriteEndObject();
    }

    private static bool IsJson(ReadOnlySpan<byte> payload)
    {
        try
        {
            var reader = new Utf8JsonReader(payload);
            while (reader.Read())
            {
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
