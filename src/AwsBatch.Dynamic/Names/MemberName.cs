namespace AwsBatch.Dynamic.Names;

/// <summary>A member's name in the API.</summary>
/// <param name="Name">The name.</param>
/// <param name="IsRequired">Whether the table says that a request must have it.</param>
internal readonly record struct MemberName(string Name, bool IsRequired)
{
    private const char Required = '!';

    public static MemberName Read(string text) => new(text.TrimEnd(Required), text.EndsWith(Required));

    /// <summary>Names of structures in each other, dotted.</summary>
    public static IReadOnlyList<MemberName> ReadPath(string text) => [.. text.Split('.').Select(Read)];
}
