using System.Text.Json;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.Ssm;

/// <summary>A page of parameters by name; its token stands for the last one of the page before.</summary>
internal static class ParameterPage
{
    public static void Write(
        JsonParameters parameters, Utf8JsonWriter answer, IEnumerable<StoredParameter> matches, int maxSize, Action<StoredParameter> write)
    {
        var size = parameters.Number("MaxResults", 1, maxSize) ?? maxSize;
        var after = parameters.Text("NextToken") is { Length: > 0 } token ? PageToken.Decode(token) ?? throw SsmErrors.InvalidNextToken() : "";
        var rest = matches.Where(parameter => string.CompareOrdinal(parameter.Name, after) > 0).ToArray();

        answer.WriteStartArray("Parameters");
        foreach (var parameter in rest.AsSpan(0, Math.Min(size, rest.Length)))
            write(parameter);
        answer.WriteEndArray();
        if (rest.Length > size)
            answer.WriteString("NextToken", PageToken.Encode(rest[size - 1].Name));
    }
}
