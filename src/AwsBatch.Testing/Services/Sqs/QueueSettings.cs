using System.Globalization;
using System.Text.Json;

namespace AwsBatch.Testing.Services.Sqs;

/// <summary>The attributes that a queue is made with. All but the first three are kept and shown, and change nothing.</summary>
internal sealed class QueueSettings
{
    private static readonly Dictionary<string, (string Default, int Min, int Max)> Known = new(StringComparer.Ordinal)
    {
        ["DelaySeconds"] = ("0", 0, 900),
        ["VisibilityTimeout"] = ("30", 0, 43_200),
        ["ReceiveMessageWaitTimeSeconds"] = ("0", 0, 20),
        ["MaximumMessageSize"] = ("1048576", 1024, QueueMessage.MaxBytes),
        ["MessageRetentionPeriod"] = ("345600", 60, 1_209_600),
    };

    private readonly HashSet<string> given = new(StringComparer.Ordinal);

    private readonly SortedDictionary<string, string> values = new(
        Known.ToDictionary(known => known.Key, known => known.Value.Default), StringComparer.Ordinal);

    public QueueSettings()
    {
    }

    /// <param name="json">The request's map of names to values; null for none.</param>
    /// <exception cref="Protocols.AwsErrorException">InvalidAttributeName or InvalidAttributeValue.</exception>
    public QueueSettings(JsonElement? json)
    {
        if (json is not { } map)
            return;
        foreach (var entry in map.EnumerateObject())
        {
            given.Add(entry.Name);
            if (!Known.TryGetValue(entry.Name, out var known))
                throw SqsErrors.InvalidAttributeName(entry.Name);
            if (entry.Value.ValueKind != JsonValueKind.String
                || !int.TryParse(entry.Value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                || value < known.Min
                || value > known.Max)
                throw SqsErrors.InvalidAttributeValue(entry.Name);
            values[entry.Name] = value.ToString(CultureInfo.InvariantCulture);
        }
    }

    public IReadOnlyDictionary<string, string> Values => values;

    public int DelaySeconds => Number("DelaySeconds");

    public int VisibilityTimeout => Number("VisibilityTimeout");

    public int ReceiveWait => Number("ReceiveMessageWaitTimeSeconds");

    public int MaximumMessageSize => Number("MaximumMessageSize");

    /// <summary>The name of an attribute that was given for the other and is different here, or null.</summary>
    public string? DifferenceTo(QueueSettings other) => other.given.FirstOrDefault(name => values.GetValueOrDefault(name) != other.values[name]);

    private int Number(string name) => int.Parse(values[name], CultureInfo.InvariantCulture);
}
