using System.Globalization;
using System.Text.Json;

namespace AwsBatch.Testing.Services.Lambda;

/// <summary>How a function's configuration looks in answers.</summary>
internal static class FunctionJson
{
    public static void WriteConfiguration(this Utf8JsonWriter json, LambdaFunction function)
    {
        json.WriteStartObject();
        json.WriteString("FunctionName", function.Name);
        json.WriteString("FunctionArn", function.Arn);
        json.WriteString("Runtime", "dotnet10");
        json.WriteString("Role", "arn:aws:iam::" + function.Arn.Split(':')[4] + ":role/embedded");
        json.WriteString("Handler", function.Name);
        json.WriteNumber("CodeSize", 0);
        json.WriteString("Description", "");
        json.WriteNumber("Timeout", 3);
        json.WriteNumber("MemorySize", 128);
        // Lambda alone writes the offset as +0000.
        var lastModified = function.LastModified.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);
        json.WriteString("LastModified", lastModified);
        json.WriteString("CodeSha256", function.CodeSha256);
        json.WriteString("Version", Invoke.Latest);
        json.WriteString("PackageType", "Zip");
        json.WriteString("State", "Active");
        json.WriteEndObject();
    }
}
