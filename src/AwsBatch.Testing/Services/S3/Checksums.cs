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

    private static readonly (string Name, int Bytes)[] Algorithms = [("crc32", 4), ("crc32c", 4), ("crc64nvme", 8), ("sha1", 20), ("sha256", 32)];

    /// <summary>The payload's checksum header, if it has one.</summary>
    /// <exception cref="AwsErrorException">
    /// BadDigest: a checksum is not the payload's. InvalidDigest or InvalidRequest: it is none.
    /// </exception>
    public static KeyValuePair<string, string>? Verify(AwsRequest request, byte[] md5)
    {
        if (request.Header("Content-MD5") is { } contentMd5 && contentMd5 != Convert.ToBase64String(md5))
            throw IsOf(md5.Length, contentMd5) ? S3Errors.BadDigest("Content-MD5") : S3Errors.InvalidDigest();
        foreach (var (algorithm, bytes) in Algorithms)
        {
            if (request.Header(Prefix + algorithm) is not { } sent)
                continue;
            if (!IsOf(bytes, sent))
                throw S3Errors.InvalidRequest($"Value for {Prefix}{algorithm} header is invalid.");
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

    private static bool IsOf(int bytes, string base64)
    {
        Span<byte> digest = stackalloc byte[bytes];
        return Convert.TryFromBase64String(base64, digest, out var length) && length == bytes;
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
