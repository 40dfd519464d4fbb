using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.S3;

/// <summary>The bucket and key a request is about; empty where it names none.</summary>
internal readonly record struct S3Address(string Bucket, string Key)
{
    private const string VirtualHostSuffix = ".localhost";

    /// <summary>Reads path-style addresses, and virtual-host ones where the host is <c>bucket.localhost</c>.</summary>
    public static S3Address Of(AwsRequest request)
    {
        var path = request.RawPath.AsSpan().TrimStart('/').Length == 0 ? "" : request.RawPath[1..];
        if (VirtualBucket(request.Headers.Host.ToString()) is { } bucket)
            return new(bucket, Uri.UnescapeDataString(path));
        var slash = path.IndexOf('/');
        return slash < 0
            ? new(Uri.UnescapeDataString(path), "")
            : new(Uri.UnescapeDataString(path[..slash]), Uri.UnescapeDataString(path[(slash + 1)..]));
    }

    private static string? VirtualBucket(string host)
    {
        var colon = host.LastIndexOf(':');
        var name = colon < 0 ? host : host[..colon];
        return name.EndsWith(VirtualHostSuffix, StringComparison.OrdinalIgnoreCase) ? name[..^VirtualHostSuffix.Length] : null;
    }
}
