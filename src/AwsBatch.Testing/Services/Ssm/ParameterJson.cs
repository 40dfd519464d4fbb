using System.Text.Json;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.Ssm;

/// <summary>How parameters look in answers.</summary>
internal static class ParameterJson
{
    /// <summary>Writes a parameter with its value.</summary>
    /// <param name="json">The answer.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="decrypt">Whether the caller asked for decryption.</param>
    /// <param name="selector">What the caller put behind the name, such as <c>:1</c>; null for nothing.</param>
    public static void WriteParameter(this Utf8JsonWriter json, StoredParameter parameter, bool decrypt, string? selector = null)
    {
        json.WriteStartObject();
        json.WriteHead(parameter);
        json.WriteString("Value", decrypt ? parameter.Value : parameter.Sealed);
        if (selector is not null)
            json.WriteString("Selector", selector);
        json.WriteEndObject();
    }

    /// <summary>Writes a parameter without its value.</summary>
    public static void WriteMetadata(this Utf8JsonWriter json, StoredParameter parameter)
    {
        json.WriteStartObject();
        json.WriteHead(parameter);
        if (parameter.Description is { } description)
            json.WriteString("Description", description);
        json.WriteString("Tier", "Standard");
        json.WriteEndObject();
    }

    private static void WriteHead(this Utf8JsonWriter json, StoredParameter parameter)
    {
        json.WriteString("Name", parameter.Name);
        json.WriteString("ARN", parameter.Arn);
        json.WriteString("Type", parameter.Type);
        json.WriteString("DataType", parameter.DataType);
        json.WriteNumber("Version", parameter.Version);
        json.WriteTimestamp("LastModifiedDate", parameter.LastModified);
    }
}
