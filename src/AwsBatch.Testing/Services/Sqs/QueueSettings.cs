using System.Globalization;
using System.Text.Json;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Sqs;

/// <summary>The attributes that a queue is made with. Those without a range are kept and shown, and change nothing.</summary>
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

    private static readonly HashSet<string> Described = ["KmsDataKeyReusePeriodSeconds", "KmsMasterKeyId", "Policy", "SqsManagedSseEnabled"];

    private static readonly HashSet<string> Unimplemented =
        ["ContentBasedDeduplication", "DeduplicationScope", "FifoQueue", "FifoThroughputLimit", "RedriveAllowPolicy", "RedrivePolicy"];

    private readonly HashSet<string> given = new(StringComparer.Ordinal);

    private readonly SortedDictionary<string, string> values = new(
        Known.ToDictionary(known => known.Key, known => known.Value.Default), StringComparer.Ordinal);

    public QueueSettings()
    {
    }

    /// <param name="json">The request's map of names to values; null for none.</param>
    /// <exception cref="AwsErrorException">InvalidAttributeName, InvalidAttributeValue or NotImplemented.</exception>
    public QueueSettings(JsonElement? json)
    {
        if (json is not { } map)
            return;
        foreach (var entry in map.EnumerateObject())
        {
            given.Add(entry.Name);
            if (Unimplemented.Contains(entry.Name))
                throw new AwsErrorException(AwsError.NotImplemented($"sqs:CreateQueue with {entry.Name}"));
            if (entry.Value.ValueKind != JsonValueKind.String)
                throw SqsErrors.InvalidAttributeValue(entry.Name);
            if (Described.Contains(entry.Name))
            {
                values[entry.Name] = entry.Value.GetString()!;
                continue;
            }
            if (!Known.TryGetValue(entry.Name, out var known))
                throw SqsErrors.InvalidAttributeName(entry.Name);
            if (!int.TryParse(entry.Value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
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

    /// <summary>Whether there is an attribute of that name, set or not.</summary>
    public static bool IsName(string name) => Known.ContainsKey(name) || Described.Contains(name) || Unimplemented.Contains(name);

    /// <summary>The name of an attribute that was given for the other and is different here, or null.</summary>
    public string? DifferenceTo(QueueSettings other) => other.given.FirstOrDefault(name => values.GetValueOrDefault(name) != other.values[name]);

    private int Number(string name) => int.Parse(values[name], CultureInfo.InvariantCulture);
}
