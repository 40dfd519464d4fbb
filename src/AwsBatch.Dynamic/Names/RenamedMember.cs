namespace AwsBatch.Dynamic.Names;

/// <summary>A member of an API structure and where the SDK's type keeps it.</summary>
/// <param name="Type">The SDK's type by its simple name; null for every type that has the SDK's member and not the API's.</param>
/// <param name="Path">The API's name, after those of the structures it lies in that the SDK does not have.</param>
/// <param name="Sdk">The SDK's properties on the way to the value, dotted.</param>
/// <param name="Form">How the value itself differs; null if it does not.</param>
internal sealed record RenamedMember(string? Type, IReadOnlyList<MemberName> Path, string Sdk, string? Form)
{
    /// <summary>In place of a name: there is none on that side.</summary>
    public const string None = "-";

    /// <summary>In place of an API name: every member of the SDK's property is one of the type that has the property.</summary>
    public const string Spread = "*";

    /// <summary>After a property: an element of its list.</summary>
    public const string Element = "[0]";

    /// <summary>The API's name, dotted where it lies in structures the SDK does not have.</summary>
    public string Api { get; } = string.Join('.', Path.Select(static part => part.Name));

    /// <summary>The type's own property the value is kept in, or on the way to it.</summary>
    public string FirstProperty => Sdk.Split('.', '[')[0];

    public bool IsDirect => Sdk == FirstProperty;

    /// <summary>Whether it lies in an element of a list that a property is.</summary>
    public bool IsInListOf(string property) => Sdk.StartsWith(property + Element, StringComparison.Ordinal);

    /// <summary>What follows a prefix in the form; null if the form is another.</summary>
    public string? FindArgument(string prefix) =>
        Form?.StartsWith(prefix, StringComparison.Ordinal) == true ? Form[prefix.Length..] : null;
}
