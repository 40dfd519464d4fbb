namespace AwsBatch.Testing.Services.S3;

/// <summary>The object that a copy is made of.</summary>
internal readonly record struct CopySource(string Bucket, StoredObject Object)
{
    public const string Header = "x-amz-copy-source";
    public const string Range = "x-amz-copy-source-range";

    /// <summary>Finds it, if the call's conditions allow.</summary>
    /// <exception cref="Protocols.AwsErrorException">
    /// InvalidArgument, NoSuchBucket, NoSuchKey, NoSuchVersion or PreconditionFailed.
    /// </exception>
    public static CopySource Of(S3Call call)
    {
        var (bucket, key) = Parse(call.Request.Header(Header)!);
        if (!call.S3.Find(bucket).TryGet(key, out var source))
            throw S3Errors.NoSuchKey(key);
        Preconditions.CheckCopySource(call.Request, source);
        return new(bucket, source);
    }

    private static (string Bucket, string Key) Parse(string header)
    {
        var path = header.TrimStart('/');
        var version = path.IndexOf("?versionId=", StringComparison.Ordinal);
        var name = version < 0 ? path : path[..version];
        // Clients may encode the slash between bucket and key too.
        var decoded = Uri.UnescapeDataString(name);
        var slash = decoded.IndexOf('/');
        if (slash <= 0 || slash == decoded.Length - 1)
            throw S3Errors.InvalidArgument(Header, header);
        if (version >= 0 && path[(version + "?versionId=".Length)..] is not "null" and var wanted)
            throw S3Errors.NoSuchVersion(decoded[(slash + 1)..], wanted);
        return (decoded[..slash], decoded[(slash + 1)..]);
    }
}
