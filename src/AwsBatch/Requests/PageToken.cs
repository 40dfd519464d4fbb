using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace AwsBatch.CompilerServices;

/// <summary>
/// Tokens as text, so that one can be compared with the next: equal texts are equal tokens, and null or empty is none.
/// What has parts is written with its parts' lengths, maps by their keys' order.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PageToken
{
    /// <summary>The text of a number or flag; null stays null.</summary>
    public static string? Of<T>(T? value)
        where T : struct => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    /// <summary>The text of bytes; null stays null.</summary>
    public static string? Of(MemoryStream? value) => value is null ? null : Convert.ToBase64String(value.ToArray());

    /// <summary>The text of several parts; null if all of them are null or empty.</summary>
    public static string? Of(params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder();
        var any = false;
        foreach (var part in parts)
        {
            any |= part is { Length: > 0 };
            text.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part}");
        }

        return any ? text.ToString() : null;
    }

    /// <summary>The text of a list; null if it is null or empty.</summary>
    public static string? List<T>(IReadOnlyCollection<T>? items, Func<T, string?> form) =>
        items is null ? null : Of([.. items.Select(form)]);

    /// <summary>The text of a map; null if it is null or empty.</summary>
    public static string? Map<T>(IReadOnlyDictionary<string, T>? map, Func<T, string?> form) => map is null
        ? null
        : Of([.. map.OrderBy(static entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => new[] { entry.Key, form(entry.Value) })]);
}
