using System.ComponentModel;

namespace AwsBatch.CompilerServices;

/// <summary>
/// The few parameters that tell one request from the next in an error's line, such as <c>Bucket=logs, Key=a.txt</c>.
/// The generator chooses them by name and never takes a secret.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KeyParameters
{
    private const int LongestValue = 80;
    private readonly List<(string Name, string Value)> parameters = [];

    internal KeyParameters()
    {
    }

    /// <summary>The value of a parameter; null if it was not added.</summary>
    internal string? this[string name] => parameters.Find(parameter => parameter.Name == name).Value;

    /// <summary>Adds a parameter, unless its value is null.</summary>
    public KeyParameters Add(string name, string? value)
    {
        if (value is not null)
            parameters.Add((name, value));
        return this;
    }

    /// <summary>Adds a parameter that holds a list: its first value and how many follow.</summary>
    public KeyParameters Add(string name, IReadOnlyCollection<string>? values) => values switch
    {
        null or { Count: 0 } => this,
        { Count: 1 } => Add(name, values.First()),
        _ => Add(name, $"{values.First()} and {values.Count - 1} more"),
    };

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", parameters.Select(static parameter => $"{parameter.Name}={Shown(parameter.Value)}"));

    private static string Shown(string value) => Printable.Cut(Printable.Escape(Printable.WithoutUserInfo(value)), LongestValue);
}
