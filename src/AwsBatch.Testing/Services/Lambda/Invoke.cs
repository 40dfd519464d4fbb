using System.Text.Json;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Lambda;

internal static class Invoke
{
    public const string Latest = "$LATEST";

    private const string InvocationType = "X-Amz-Invocation-Type";

    public static ValueTask AnswerAsync(LambdaCall call, AwsResponse response, CancellationToken cancellationToken)
    {
        var function = call.Function;
        var payload = call.Request.Body;
        if (!payload.IsEmpty && !IsJson(payload.Span))
            throw LambdaErrors.InvalidRequestContent();
        response.Headers["X-Amz-Executed-Version"] = Latest;
        switch (call.Request.Header(InvocationType))
        {
            case null or "RequestResponse":
                return RunAsync(function, payload, response, cancellationToken);
            case "Event":
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
