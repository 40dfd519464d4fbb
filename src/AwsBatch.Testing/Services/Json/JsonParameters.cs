using System.Globalization;
using System.Text.Json;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Json;

/// <summary>The members of a request, or of a structure in it. A member that is null counts as not given.</summary>
internal readonly struct JsonParameters
{
    // An item of 32 levels is of twice as many here, and of what it stands in.
    private const int MaxDepth = 128;

    private readonly JsonElement json;
    private readonly string operation;
    private readonly JsonErrors errors;

    private JsonParameters(JsonElement json, string operation, JsonErrors errors)
    {
        this.json = json;
        this.operation = operation;
        this.errors = errors;
    }

    /// <exception cref="AwsErrorException">SerializationException: the body is no JSON object.</exception>
    public static JsonParameters Read(ReadOnlyMemory<byte> body, string operation, JsonErrors errors)
    {
        try
        {
            var json = Parse(body.Span);
            return json.ValueKind == JsonValueKind.Object ? new(json, operation, errors) : throw JsonErrors.Serialization("Expected an object");
        }
        catch (JsonException)
        {
            throw JsonErrors.Serialization("The body is no valid JSON");
        }
    }

    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> json) => JsonElement.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });

    public string? Text(string name) => Member(name, JsonValueKind.String)?.GetString();

    public string RequiredText(string name) => Text(name) ?? throw errors.Missing(name);

    /// <summary>A text that is one of a few, or the first of them where it is not given.</summary>
    public string OneOf(string name, params ReadOnlySpan<string> values)
    {
        var text = Text(name) ?? values[0];
        return values.Contains(text)
            ? text
            : throw errors.Invalid(name, text, $"Member must satisfy enum value set: [{string.Join(", ", values!)}]");
    }

    public bool Flag(string name, bool otherwise = false) => !json.TryGetProperty(name, out var value) ? otherwise : value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => otherwise,
        _ => throw Wrong(name, "Boolean"),
    };

    public int? Number(string name, int min, int max)
    {
        if (Member(name, JsonValueKind.Number) is not { } value)
            return null;
        if (!value.TryGetInt32(out var number))
            throw Wrong(name, "Integer");
        var text = number.ToString(CultureInfo.InvariantCulture);
        return number < min ? throw errors.Invalid(name, text, $"Member must have value greater than or equal to {min}")
            : number > max ? throw errors.Invalid(name, text, $"Member must have value less than or equal to {max}")
            : number;
    }

    public JsonElement? Map(string name) => Member(name, JsonValueKind.Object);

    public JsonElement RequiredMap(string name) => Map(name) ?? throw errors.Missing(name);

    /// <summary>The elements of a list, empty where it is not given.</summary>
    public List<JsonElement> List(string name) => Member(name, JsonValueKind.Array) is { } list ? [.. list.EnumerateArray()] : [];

    public List<string> Texts(string name) => List(name).ConvertAll(
        element => element.ValueKind == JsonValueKind.String ? element.GetString()! : throw Wrong(name, "String"));

    /// <summary>The structures of a list, empty where it is not given.</summary>
    public List<JsonParameters> Structures(string name)
    {
        var structures = new List<JsonParameters>();
        foreach (var element in List(name))
            structures.Add(Structure(name, element));
        return structures;
    }

    /// <summary>The structures of a map, with their names.</summary>
    public List<(string Name, JsonParameters Value)> NamedStructures(string name)
    {
        var structures = new List<(string, JsonParameters)>();
        foreach (var entry in RequiredMap(name).EnumerateObject())
            structures.Add((entry.Name, Structure(name, entry.Value)));
        return structures;
    }

    /// <summary>Refuses what would change the answer and is not implemented, rather than to ignore it.</summary>
    /// <exception cref="AwsErrorException">NotImplemented, naming the member.</exception>
    public void Refuse(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
                throw new AwsErrorException(AwsError.NotImplemented($"{operation} with {name}"));
        }
    }

    private JsonParameters Structure(string name, JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? new(element, operation, errors) : throw Wrong(name, "Object");

    private JsonElement? Member(string name, JsonValueKind kind)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == kind ? value : throw Wrong(name, kind.ToString());
    }

    private static AwsErrorException Wrong(string name, string expected) => JsonErrors.Serialization($"{name} is not of type {expected}");
}
