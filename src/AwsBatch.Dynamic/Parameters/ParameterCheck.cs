using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace AwsBatch.Dynamic.Parameters;

/// <summary>
/// Refuses what is JSON and still no parameters: text that is no Unicode, such as half of a pair of surrogates, and nesting without end.
/// </summary>
internal static class ParameterCheck
{
    public static void Run(JsonElement json, ReadContext context)
    {
        if (!IsPlain(JsonMarshal.GetRawUtf8Value(json)))
            Check(json, context);
    }

    // Most parameters are, and need no walk through them.
    private static bool IsPlain(ReadOnlySpan<byte> json) =>
        json.Count((byte)'{') + json.Count((byte)'[') <= ReadContext.MaxDepth && json.IndexOf("\\u"u8) < 0 && Utf8.IsValid(json);

    private static void Check(JsonElement json, ReadContext context)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var entry in json.EnumerateObject())
                {
                    context.Enter(Text(() => entry.Name, "has a name", context));
                    Check(entry.Value, context);
                    context.Leave();
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in json.EnumerateArray())
                {
                    context.Enter(index++);
                    Check(item, context);
                    context.Leave();
                }

                break;
            case JsonValueKind.String:
                Text(() => json.GetString()!, "is text", context);
                break;
        }
    }

    private static string Text(Func<string> read, string what, ReadContext context)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            throw context.Invalid($"{what} that is not Unicode: half of a pair of surrogates, or bytes that are not UTF-8");
        }
    }
}
