namespace AwsBatch.Testing.Services.DynamoDb;

/// <summary>The keys that a query asks for: of one partition, and there all or those that a condition chooses.</summary>
internal sealed record KeyRange(KeyValue Partition, Predicate<KeyValue>? Sort)
{
    public bool Has(ItemKey key) => key.Partition == Partition && Sort?.Invoke(key.Sort) != false;

    /// <summary>Refuses to go on from a key that the query cannot have ended at.</summary>
    /// <exception cref="Protocols.AwsErrorException">ValidationException.</exception>
    public void CheckStart(ItemKey start)
    {
        if (start.Partition != Partition)
            throw Json.JsonErrors.ValidationException("The provided starting key is outside query boundaries based on provided conditions");
        if (!Has(start))
            throw Json.JsonErrors.ValidationException("The provided starting key does not match the range key predicate");
    }
}
