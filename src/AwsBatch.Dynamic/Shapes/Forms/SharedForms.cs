using AwsBatch.Dynamic.Shapes.Members;

namespace AwsBatch.Dynamic.Shapes.Forms;

/// <summary>Forms by which several members of the API have one list of the SDK.</summary>
internal static class SharedForms
{
    // S3's grants: a header for each permission in the API. Security groups of EC2's spot requests: their names, and their ids.
    private static readonly string[] Prefixes = ["grants:", "groups:", SplitMember.Form];

    public static bool IsShared(string? form) =>
        form is not null && Array.Exists(Prefixes, prefix => form.StartsWith(prefix, StringComparison.Ordinal));
}
