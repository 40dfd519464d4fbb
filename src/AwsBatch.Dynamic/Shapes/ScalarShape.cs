using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes;

/// <summary>A value that JSON has itself.</summary>
/// <param name="expected">What its values are.</param>
/// <param name="types">The types of JSON they may have.</param>
/// <param name="tryRead">Reads one.</param>
/// <param name="write">Writes one.</param>
/// <typeparam name="T">The SDK's type.</typeparam>
internal sealed class ScalarShape<T>(string expected, JsonValueKind[] types, TryRead<T> tryRead, Action<Utf8JsonWriter, T> write) : Shape
    where T : notnull
{
    public override string Expected => expected;

    public override object Read(JsonElement json, ReadContext context) =>
        tryRead(json, out var value) ? value : throw context.Wrong(expected, json, types);

    public override void Write(Utf8JsonWriter writer, object value) => write(writer, (T)value);
}

/// <summary>Reads a value if the JSON is of its type.</summary>
internal delegate bool TryRead<T>(JsonElement json, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value);
