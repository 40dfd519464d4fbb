using System.Text.Json;
using System.Text.RegularExpressions;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.DynamoDb;

/// <summary>Reads a KeyConditionExpression: a partition, and for the sort key a comparison, BETWEEN or begins_with; in parentheses or not.</summary>
internal static partial class KeyConditions
{
    /// <exception cref="Protocols.AwsErrorException">ValidationException.</exception>
    public static KeyRange Parse(JsonParameters parameters, KeySchema schema)
    {
        var names = parameters.Map("ExpressionAttributeNames");
        var values = parameters.Map("ExpressionAttributeValues");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        KeyValue? partition = null;
        Predicate<KeyValue>? sort = null;
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parts in Conditions(parameters.RequiredText("KeyConditionExpression")))
        {
            used.UnionWith([parts["name"].Value, parts["value"].Value, parts["upper"].Value]);
            var name = Name(parts["name"].Value, names);
            if (!seen.Add(name))
                throw DynamoDbErrors.SeveralConditions();
            if (name == schema.Partition.Name && parts["operator"].Value == "=")
                partition = schema.Partition.Read(Value(parts["value"].Value, values));
            else if (name == schema.Sort?.Name)
                sort = OnSort(parts, schema.Sort, values);
            else
                throw DynamoDbErrors.KeyCondition($"Query key condition not supported on {name}");
        }
        RefuseUnused("ExpressionAttributeNames", names, used);
        RefuseUnused("ExpressionAttributeValues", values, used);
        return partition is { } one
            ? new(one, sort)
            : throw DynamoDbErrors.KeyCondition($"Query condition missed key schema element: {schema.Partition.Name}");
    }

    private static Predicate<KeyValue> OnSort(GroupCollection parts, KeyAttribute attribute, JsonElement? values)
    {
        var value = attribute.Read(Value(parts["value"].Value, values));
        if (parts["upper"].Success)
        {
            var upper = attribute.Read(Value(parts["upper"].Value, values));
            if (upper.CompareTo(value) < 0)
                throw DynamoDbErrors.ReversedBounds(Value(parts["value"].Value, values), Value(parts["upper"].Value, values));
            return key => key.CompareTo(value) >= 0 && key.CompareTo(upper) <= 0;
        }
        return parts["operator"].Value switch
        {
            "=" => key => key.CompareTo(value) == 0,
            "<" => key => key.CompareTo(value) < 0,
            "<=" => key => key.CompareTo(value) <= 0,
            ">" => key => key.CompareTo(value) > 0,
            ">=" => key => key.CompareTo(value) >= 0,
            _ when attribute.Type == "N" => throw DynamoDbErrors.KeyCondition(
                "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N"),
            _ => key => key.Text.StartsWith(value.Text, StringComparison.Ordinal), // begins_with
        };
    }

    private static void RefuseUnused(string parameter, JsonElement? given, HashSet<string> used)
    {
        var unused = given?.EnumerateObject().Select(property => property.Name).Where(name => !used.Contains(name)).ToList();
        if (unused is { Count: > 0 })
            throw DynamoDbErrors.Unused(parameter, unused);
    }

    private static string Name(string name, JsonElement? names) =>
        !name.StartsWith('#') ? name
        : names is { } given && given.TryGetProperty(name, out var value) && value.GetString() is { } attribute ? attribute
        : throw DynamoDbErrors.KeyCondition($"An expression attribute name used in the expression is not defined: {name}");

    private static JsonElement Value(string name, JsonElement? values) =>
        values is { } given && given.TryGetProperty(name, out var value)
            ? value
            : throw DynamoDbErrors.KeyCondition($"An expression attribute value used in the expression is not defined: {name}");

    private static IEnumerable<GroupCollection> Conditions(string expression)
    {
        var (at, open) = (0, 0);
        Match condition;
        do
        {
            condition = Condition().Match(expression, at);
            open += condition.Groups["open"].Captures.Count - condition.Groups["close"].Captures.Count;
            if (!condition.Success || open < 0)
                throw DynamoDbErrors.KeyCondition($"Syntax error in \"{expression}\"");
            yield return condition.Groups;
            at = condition.Index + condition.Length;
        }
        while (condition.Groups["and"].Success);
        if (open > 0)
            throw DynamoDbErrors.KeyCondition($"Syntax error in \"{expression}\"");
    }

    [GeneratedRegex(
        @"\G(?:\s|(?<open>\())*(?:(?-i:begins_with)\s*\(\s*(?<name>[#\w.-]+)\s*,\s*(?<value>:\w+)\s*\)"
        + @"|(?<name>[#\w.-]+)\s+BETWEEN\s+(?<value>:\w+)\s+AND\s+(?<upper>:\w+)\b"
        + @"|(?<name>[#\w.-]+)\s*(?<operator><=|>=|=|<|>)\s*(?<value>:\w+)\b)(?:\s|(?<close>\)))*(?:(?<and>AND)\b|\z)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Condition();
}
