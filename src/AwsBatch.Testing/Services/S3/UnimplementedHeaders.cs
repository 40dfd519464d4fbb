using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.S3;

/// <summary>Members of S3's that travel as headers and are not implemented: refused, rather than ignored.</summary>
internal static class UnimplementedHeaders
{
    // With a hyphen at its end a name stands for all that begin so.
    private static readonly string[] Names =
    [
        "x-amz-acl", "x-amz-bucket-object-lock-enabled", "x-amz-copy-source-server-side-encryption-", "x-amz-grant-", "x-amz-object-lock-",
        "x-amz-server-side-encryption", "x-amz-server-side-encryption-", "x-amz-storage-class", "x-amz-tagging",
    ];

    // What S3 does unasked.
    private static readonly string[] UsualValues = ["private", "STANDARD"];

    /// <exception cref="AwsErrorException">NotImplemented, naming the header.</exception>
    public static void Refuse(AwsRequest request, string operation)
    {
        foreach (var (header, value) in request.Headers)
        {
            if (IsUnimplemented(header) && !UsualValues.Contains(value.ToString()))
                throw new AwsErrorException(AwsError.NotImplemented($"{operation} with {header}"));
        }
    }

    private static bool IsUnimplemented(string header) => Array.Exists(Names, name => name[^1] == '-'
        ? header.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        : header.Equals(name, StringComparison.OrdinalIgnoreCase));
}
