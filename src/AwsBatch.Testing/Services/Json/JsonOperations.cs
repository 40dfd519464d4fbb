using System.Collections;
using System.Text.Json;

namespace AwsBatch.Testing.Services.Json;

/// <summary>Writes the members of an answer.</summary>
internal delegate ValueTask JsonOperation<TState>(JsonCall<TState> call, Utf8JsonWriter answer, CancellationToken cancellationToken);

/// <summary>What a service implements, by the API's names.</summary>
internal sealed class JsonOperations<TState>(string service) : IEnumerable<string>
{
    private readonly Dictionary<string, (string QualifiedName, JsonOperation<TState> Answer)> operations = new(StringComparer.Ordinal);

    public IEnumerable<string> QualifiedNames => operations.Values.Select(operation => operation.QualifiedName);

    public void Add(string name, JsonOperation<TState> answer) => operations.Add(name, ($"{service}:{name}", answer));

    public void Add(string name, Action<JsonCall<TState>, Utf8JsonWriter> answer) => Add(name, (call, json, _) =>
    {
        answer(call, json);
        return default;
    });

    public bool TryGet(string name, out (string QualifiedName, JsonOperation<TState> Answer) operation) =>
        operations.TryGetValue(name, out operation);

    public IEnumerator<string> GetEnumerator() => operations.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
