using System.Buffers.Binary;
using System.Security.Cryptography;
using AwsBatch.Testing.Protocols;
using Microsoft.AspNetCore.Http;

namespace AwsBatch.Testing.Services.S3;

/// <summary>
/// The checksums clients send with a payload. MD5, CRC32 and SHA-256 are verified; of the other kinds the value is kept and returned.
/// </summary>
internal static class Checksums
{
    private const string Prefix = "x-amz-checksum-";

    private static readonly string[] Algorithms = ["crc32", "crc32c", "crc64nvme", "sha1", "sha256"];

    /// <summary>The payload's checksum header, if it has one.</summary>
    /// <exception cref="AwsErrorException">BadDigest: a checksum is not the payload's.</exception>
    public static KeyValuePair<string, string>? Verify(AwsRequest request, byte[] md5)
    {
        if (request.Header("Content-MD5") is { } contentMd5 && contentMd5 != Convert.ToBase64String(md5))
            throw S3Errors.BadDigest("Content-MD5");
        foreach (var algorithm in Algorithms)
        {
            if (request.Header(Prefix + algorithm) is not { } sent)
                continue;
            if (Compute(algorithm, request.Body.Span) is { } computed && computed != sent)
                throw S3Errors.BadDigest(algorithm.ToUpperInvariant());
            return new(Prefix + algorithm, sent);
        }
        return null;
    }

    /// <summary>Adds a stored checksum to a read's answer, for clients that ask.</summary>
    public static void Describe(AwsRequest request, StoredObject item, IHeaderDictionary headers)
    {
        if (item.Checksum is { } checksum && request.Header("x-amz-checksum-mode") == "ENABLED")
            Add(checksum, headers);
    }

    public static void Add(KeyValuePair<string, string> checksum, IHeaderDictionary headers)
    {
        headers[checksum.Key] = checksum.Value;
        headers["x-amz-checksum-type"] = "FULL_OBJECT";
    }

    private static string? Compute(string algorithm, ReadOnlySpan<byte> content)
    {
        switch (algorithm)
        {
            case "crc32":
                Span<byte> crc = stackalloc byte[sizeof(uint)];
                BinaryPrimitives.WriteUInt32BigEndian(crc, Crc32.Of(content));
                return Convert.ToBase64String(crc);
            case "sha256":
                return Convert.ToBase64String(SHA256.HashData(content));
            default:
                return null;
        }
    }
}
