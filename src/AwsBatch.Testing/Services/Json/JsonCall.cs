using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Json;

/// <summary>One call of an operation of a JSON service: its parameters, and its answer's frame.</summary>
internal sealed class JsonCall<TState>(
    TState state, AwsRequest request, JsonErrors errors, string contentType, string operation, JsonOperation<TState> answer)
    : AwsCall(operation)
{
    public TState State => state;

    public AwsRequest Request => request;

    public JsonParameters Parameters { get; private set; }

    public override async ValueTask AnswerAsync(AwsResponse response, CancellationToken cancellationToken)
    {
        Parameters = JsonParameters.Read(request.Body, Operation, errors);
        using var json = response.OpenJson(contentType);
        json.WriteStartObject();
        await answer(this, json, cancellationToken).ConfigureAwait(false);
        json.WriteEndObject();
    }
}
