using System.Text.Json;

namespace AwsBatch.Testing.Services.DynamoDb;

/// <summary>A table's items in the order of their keys. Thread-safe.</summary>
internal sealed class Table(string name, string arn, KeySchema schema, DateTimeOffset created)
{
    private const int MaxItem = 400 * 1024;

    private readonly Lock gate = new();
    private readonly SortedDictionary<ItemKey, JsonElement> items = [];

    public string Name => name;

    public string Arn => arn;

    public KeySchema Schema => schema;

    public DateTimeOffset Created => created;

    public int Count
    {
        get
        {
            lock (gate)
                return items.Count;
        }
    }

    /// <summary>Stores an item.</summary>
    /// <returns>The one it replaces, or null.</returns>
    public JsonElement? Put(JsonElement item)
    {
        var key = schema.Of(item);
        foreach (var attribute in item.EnumerateObject())
            AttributeValue.Check(attribute.Value);
        if (AttributeValue.SizeOfMembers(item) > MaxItem)
            throw DynamoDbErrors.ItemTooLarge();
        lock (gate)
        {
            var replaced = Find(key);
            items[key] = item;
            return replaced;
        }
    }

    public JsonElement? Get(JsonElement key)
    {
        var exact = schema.Exactly(key);
        lock (gate)
            return Find(exact);
    }

    /// <summary>Removes an item.</summary>
    /// <returns>What was removed, or null.</returns>
    public JsonElement? Remove(JsonElement key)
    {
        var exact = schema.Exactly(key);
        lock (gate)
            return items.Remove(exact, out var removed) ? removed : null;
    }

    /// <summary>The items as they are now, in order, with their keys.</summary>
    public KeyValuePair<ItemKey, JsonElement>[] Snapshot()
    {
        lock (gate)
            return [.. items];
    }

    private JsonElement? Find(ItemKey key) => items.TryGetValue(key, out var item) ? item : null;
}
