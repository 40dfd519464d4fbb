using System.ComponentModel;
using System.Text;

namespace AwsBatch.CompilerServices;

/// <summary>
/// The few parameters that tell one request from the next in an error's line, such as <c>Bucket=logs, Key=a.txt</c>.
/// The generator chooses them by name and never takes a secret.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KeyParameters
{
    private const int LongestValue = 80;
    private readonly StringBuilder text = new();

    internal KeyParameters()
    {
    }

    /// <summary>Adds a parameter, unless its value is null.</summary>
    public KeyParameters Add(string name, string? value)
    {
        if (value is null)
            return this;

        text.Append(text.Length == 0 ? "" : ", ").Append(name).Append('=');
        if (value.Length <= LongestValue)
            text.Append(value);
        else
            text.Append(value, 0, LongestValue).Append('…');
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
    public override string ToString() => text.ToString();
}
