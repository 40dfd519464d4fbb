using System.Text.Json;

namespace AwsBatch.Dynamic.Tests;

internal static class Json
{
    public static JsonElement Of(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
