using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Services;
using AwsBatch.Testing.Services.DynamoDb;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing;

/// <summary>The tables of an endpoint, for set-up and inspection without HTTP. Thread-safe.</summary>
public sealed partial class EmbeddedDynamoDb
{
    private readonly ConcurrentDictionary<string, Table> tables = new(StringComparer.Ordinal);
    private readonly ServiceAccount account;

    internal EmbeddedDynamoDb(ServiceAccount account) => this.account = account;

    internal IEnumerable<Table> All => tables.Values;

    /// <summary>Makes an empty table whose keys are texts; it is active at once.</summary>
    /// <param name="name">3 to 255 letters, digits, underscores, hyphens and dots.</param>
    /// <param name="partitionKey">The attribute that every item is found by.</param>
    /// <param name="sortKey">The attribute that items of one partition are ordered by; null for one item per partition.</param>
    /// <exception cref="ArgumentException">The name is invalid or taken, or the keys are empty or the same.</exception>
    public void CreateTable(string name, string partitionKey, string? sortKey = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentException.ThrowIfNullOrEmpty(partitionKey);
        if (!IsValidName(name))
            throw new ArgumentException($"'{name}' is no valid table name: 3 to 255 letters, digits, underscores, hyphens and dots.", nameof(name));
        if (sortKey == "" || sortKey == partitionKey)
            throw new ArgumentException($"'{sortKey}' is no sort key: name another attribute than the partition key, or leave it null.", nameof(sortKey));
        if (TryCreate(name, new(new(partitionKey, "S"), sortKey is null ? null : new(sortKey, "S"))) is null)
            throw new ArgumentException($"There is a table '{name}' already.", nameof(name));
    }

    /// <summary>Stores an item, or replaces the one of its key.</summary>
    /// <param name="table">A table that exists.</param>
    /// <param name="item">JSON as DynamoDB has it, such as <c>{"id":{"S":"a"},"count":{"N":"1"}}</c>.</param>
    /// <exception cref="ArgumentException">There is no such table, or the item is none or lacks its key.</exception>
    /// <exception cref="JsonException">The item is no JSON.</exception>
    public void Put(string table, string item) => Using(table, found => found.Put(JsonParameters.Parse(Encoding.UTF8.GetBytes(item))));

    /// <summary>An item as JSON, or null if the table has none of that key.</summary>
    /// <param name="table">A table that exists.</param>
    /// <param name="key">JSON as DynamoDB has it, such as <c>{"id":{"S":"a"}}</c>.</param>
    /// <exception cref="ArgumentException">There is no such table, or the key is not its key.</exception>
    /// <exception cref="JsonException">The key is no JSON.</exception>
    public string? Get(string table, string key) => Using(table, found => found.Get(JsonElement.Parse(key)))?.GetRawText();

    internal static bool IsValidName(string name) => NamePattern().IsMatch(name);

    internal Table? TryCreate(string name, KeySchema schema)
    {
        var table = new Table(name, $"arn:aws:dynamodb:{account.Region}:{account.Id}:table/{name}", schema, account.Time.GetUtcNow());
        return tables.TryAdd(name, table) ? table : null;
    }

    /// <param name="nameOrArn">The name, or the ARN that ends with it.</param>
    /// <exception cref="AwsErrorException">ResourceNotFoundException.</exception>
    internal Table Find(string nameOrArn)
    {
        var name = nameOrArn[(nameOrArn.IndexOf('/') + 1)..];
        return tables.TryGetValue(name, out var table) ? table : throw DynamoDbErrors.TableNotFound(name);
    }

    internal void Delete(Table table) => tables.TryRemove(new(table.Name, table));

    private JsonElement? Using(string table, Func<Table, JsonElement?> use)
    {
        ArgumentNullException.ThrowIfNull(table);
        try
        {
            return use(Find(table));
        }
        catch (AwsErrorException error)
        {
            throw new ArgumentException(error.Message, error);
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_.-]{3,255}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
