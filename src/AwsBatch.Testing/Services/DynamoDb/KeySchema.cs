using System.Text.Json;

namespace AwsBatch.Testing.Services.DynamoDb;

/// <summary>What identifies an item: a partition, and where the table has one, a place in it.</summary>
internal readonly record struct ItemKey(KeyValue Partition, KeyValue Sort) : IComparable<ItemKey>
{
    public int CompareTo(ItemKey other)
    {
        var byPartition = Partition.CompareTo(other.Partition);
        return byPartition != 0 ? byPartition : Sort.CompareTo(other.Sort);
    }
}

/// <summary>The attributes that make a table's keys.</summary>
internal sealed record KeySchema(KeyAttribute Partition, KeyAttribute? Sort)
{
    private const int MaxPartition = 2048;
    private const int MaxSort = 1024;

    public IEnumerable<KeyAttribute> Attributes => Sort is null ? [Partition] : [Partition, Sort];

    /// <summary>The key of a whole item.</summary>
    /// <exception cref="Protocols.AwsErrorException">ValidationException: an attribute of the key is missing, of another type, or too large.</exception>
    public ItemKey Of(JsonElement item)
    {
        var key = new ItemKey(Partition.Of(item), Sort?.Of(item) ?? default);
        if (AttributeValue.Size(item.GetProperty(Partition.Name)) > MaxPartition)
            throw DynamoDbErrors.PartitionKeyTooLarge(MaxPartition);
        if (Sort is not null && AttributeValue.Size(item.GetProperty(Sort.Name)) > MaxSort)
            throw DynamoDbErrors.SortKeyTooLarge(MaxSort);
        return key;
    }

    /// <summary>A key that stands alone, with no attribute besides.</summary>
    /// <exception cref="Protocols.AwsErrorException">ValidationException: it is not the table's key.</exception>
    public ItemKey Exactly(JsonElement key) =>
        key.ValueKind == JsonValueKind.Object
        && key.GetPropertyCount() == Attributes.Count()
        && Attributes.All(attribute => key.TryGetProperty(attribute.Name, out var value) && AttributeValue.TypeOf(value) == attribute.Type)
            ? Of(key)
            : throw DynamoDbErrors.KeyMismatch();
}
