using System.Globalization;
using System.Numerics;
using Microsoft.Extensions.Configuration;

namespace AwsBatch.Registration;

/// <summary>Reads a section of the configuration key by key; what is wrong is refused by its path. Empty is not given.</summary>
// Not the platform's binder: of an unknown key it tells no path, and a value in the place of a section it leaves unread.
internal sealed class SectionReader
{
    private readonly IConfigurationSection section;
    private readonly List<string> known = [];

    private SectionReader(IConfigurationSection section) => this.section = section;

    /// <exception cref="AwsBatchConfigurationException">The section holds a key that is not asked for, or a wrong value.</exception>
    public static T Read<T>(IConfigurationSection section, Func<SectionReader, T> read)
    {
        var reader = new SectionReader(section);
        var result = read(reader);
        reader.RefuseOthers();
        return result;
    }

    public string? Text(string key)
    {
        var value = Get(key);
        return value.GetChildren().Any() ? throw Wrong(value, "holds keys, where a value belongs") : Given(value);
    }

    public T? Number<T>(string key, string expected)
        where T : struct, INumberBase<T> => Value<T>(
            key, expected, static text => T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null);

    public bool? Flag(string key) => Value<bool>(key, "true or false", static text => bool.TryParse(text, out var flag) ? flag : null);

    // A number alone would be days.
    public TimeSpan? Time(string key) => Value<TimeSpan>(
        key,
        "a time, such as 00:00:30 for 30 seconds",
        static text => text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null);

    public T? OneOf<T>(string key)
        where T : struct, Enum => Value<T>(
            key,
            $"one of {string.Join(", ", Enum.GetNames<T>())}",
            static text => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null);

    public T? Section<T>(string key, Func<SectionReader, T> read)
        where T : class
    {
        var inner = Get(key);
        if (Given(inner) is { } text)
            throw Wrong(inner, $"is '{text}', where a section with keys belongs");
        return inner.GetChildren().Any() ? Read(inner, read) : null;
    }

    private static string? Given(IConfigurationSection value) => string.IsNullOrEmpty(value.Value) ? null : value.Value;

    private static AwsBatchConfigurationException Wrong(IConfigurationSection value, string what) => new($"The configuration key {value.Path} {what}.");

    private T? Value<T>(string key, string expected, Func<string, T?> parse)
        where T : struct =>
        Text(key) is { } text ? parse(text) ?? throw Wrong(section.GetSection(key), $"must be {expected}, not '{text}'") : null;

    private IConfigurationSection Get(string key)
    {
        known.Add(key);
        return section.GetSection(key);
    }

    private void RefuseOthers()
    {
        if (section.GetChildren().FirstOrDefault(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } other)
            throw Wrong(other, $"is not known; known here: {string.Join(", ", known)}");
    }
}
