namespace AwsBatch.Dynamic.Shapes.Forms;

/// <summary>Forms by which several members of the API add to one list of the SDK.</summary>
internal static class SharedForms
{
    /// <summary>S3's grants: a header for each permission in the API, one list in the SDK.</summary>
    public const string Prefix = "grants:";

    public static bool IsShared(string form) => form.StartsWith(Prefix, StringComparison.Ordinal);
}
