using System.Reflection;
using System.Text.Json;
using AwsBatch.Clients;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes;

/// <summary>
/// A class with keys and an indexer that stands for a map of strings, such as S3's <c>MetadataCollection</c>. It prefixes
/// its keys with their header's, which the API does not show.
/// </summary>
/// <typeparam name="T">The SDK's collection.</typeparam>
internal sealed class StringCollectionShape<T>(PropertyInfo keys, PropertyInfo indexer) : Shape, IFilledShape
    where T : new()
{
    private const string HeaderPrefix = "x-amz-meta-";

    private readonly Func<T, ICollection<string>> keysOf = keys.GetMethod!.CreateDelegate<Func<T, ICollection<string>>>();
    private readonly Func<T, string, string> get = indexer.GetMethod!.CreateDelegate<Func<T, string, string>>();
    private readonly Action<T, string, string> set = indexer.SetMethod!.CreateDelegate<Action<T, string, string>>();

    public override string Expected => "an object with strings";

    public override object Read(JsonElement json, ReadContext context)
    {
        var collection = new T();
        Fill(collection, json, context);
        return collection;
    }

    public void Fill(object value, JsonElement json, ReadContext context)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw context.Wrong(Expected, json);
        foreach (var entry in json.EnumerateObject())
        {
            context.Enter(entry.Name);
            if (!HeaderName.IsValid(entry.Name))
                throw context.Invalid($"has a name that no header has: {HeaderName.Allowed}");
            var count = keysOf((T)value).Count;
            set((T)value, entry.Name, (string)Scalars.Text.Read(entry.Value, context));
            // Which names are the same, whatever their case or prefix, the collection knows.
            if (keysOf((T)value).Count == count)
                throw context.Invalid("is given twice");
            context.Leave();
        }
    }

    public override void Write(Utf8JsonWriter writer, object value)
    {
        writer.WriteStartObject();
        foreach (var key in keysOf((T)value))
        {
            var name = key.StartsWith(HeaderPrefix, StringComparison.OrdinalIgnoreCase) ? key[HeaderPrefix.Length..] : key;
            writer.WriteString(name, get((T)value, key));
        }

        writer.WriteEndObject();
    }
}

/// <summary>A shape whose values the SDK makes itself, to be filled.</summary>
internal interface IFilledShape
{
    void Fill(object value, JsonElement json, ReadContext context);
}
