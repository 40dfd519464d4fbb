using System.Text;
using System.Text.Json;

namespace AwsBatch.Dynamic.Parameters;

/// <summary>Bytes as parameters hold them: base64, or the content of a file where the caller allows files.</summary>
internal static class Blob
{
    public const string Expected = "bytes in base64, or \"@fileb:path\"";

    private static readonly string[] FilePrefixes = ["@fileb:", "@file:"];

    public static byte[] Read(JsonElement json, ReadContext context)
    {
        if (FindFile(json, context) is { } path)
            return ReadFile(path, context);
        if (json.ValueKind == JsonValueKind.String && json.TryGetBytesFromBase64(out var bytes))
            return bytes;
        throw json.ValueKind == JsonValueKind.String
            ? context.Invalid($"must be {Expected}; it is a string that is neither")
            : context.Wrong(Expected, json);
    }

    /// <summary>Text that may lie in a file.</summary>
    public static string ReadText(JsonElement json, ReadContext context)
    {
        if (FindFile(json, context) is { } path)
            return Encoding.UTF8.GetString(ReadFile(path, context));
        return json.ValueKind == JsonValueKind.String ? json.GetString()! : throw context.Wrong("a string, or \"@file:path\"", json);
    }

    /// <summary>The file a value names; null if it names none.</summary>
    public static string? FindFile(JsonElement json, ReadContext context)
    {
        if (json.ValueKind != JsonValueKind.String || json.GetString() is not ['@', ..] text)
            return null;
        if (FilePrefixes.FirstOrDefault(prefix => text.StartsWith(prefix, StringComparison.Ordinal)) is not { } prefix)
            return null;
        return AllowFile(text[prefix.Length..], context);
    }

    /// <summary>The path, if files are allowed and it is one's.</summary>
    public static string AllowFile(string path, ReadContext context)
    {
        if (!context.AllowFiles)
            throw context.Invalid($"names a file, and files are not allowed here: set {nameof(DynamicRequestOptions)}.{nameof(DynamicRequestOptions.AllowFiles)}");
        context.NameFile(path);
        return File.Exists(path) ? path : throw context.Invalid($"names the file '{path}', which does not exist");
    }

    private static byte[] ReadFile(string path, ReadContext context)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw context.Invalid($"names the file '{path}', which cannot be read: {exception.Message.TrimEnd('.')}");
        }
    }
}
