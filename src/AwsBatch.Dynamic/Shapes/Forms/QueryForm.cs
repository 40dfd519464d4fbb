namespace AwsBatch.Dynamic.Shapes.Forms;

/// <summary>The form of members that are sent past the SDK's marshaller.</summary>
internal static class QueryForm
{
    private const string Prefix = "query:";

    /// <summary>The parameter such a form names; null if it is another form.</summary>
    public static string? Find(string? form) => form?.StartsWith(Prefix, StringComparison.Ordinal) == true ? form[Prefix.Length..] : null;
}
