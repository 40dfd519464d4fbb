using System.Security.Cryptography;

namespace AwsBatch.Testing.Services.S3;

/// <summary>One object as stored; never changed, only replaced.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="ETag">The content's MD5 in hexadecimal and quotes.</param>
/// <param name="LastModified">In whole seconds, as HTTP headers carry it.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Headers">Further headers returned as they were given: user metadata, Cache-Control and the like.</param>
/// <param name="Checksum">The checksum header it was stored with, if any.</param>
internal sealed record StoredObject(
    string Key,
    ReadOnlyMemory<byte> Content,
    string ETag,
    DateTimeOffset LastModified,
    string ContentType,
    KeyValuePair<string, string>[] Headers,
    KeyValuePair<string, string>? Checksum)
{
    public const string DefaultContentType = "binary/octet-stream";

    /// <summary>The sizes of the parts it was uploaded in; null if it came whole.</summary>
    public int[]? Parts { get; init; }

    public static DateTimeOffset WholeSeconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));

#pragma warning disable CA5351 // An ETag is an MD5 by S3's contract, not for security
    public static byte[] Md5(ReadOnlySpan<byte> content) => MD5.HashData(content);
#pragma warning restore CA5351

    public static string ETagOf(ReadOnlySpan<byte> md5) => $"\"{Convert.ToHexStringLower(md5)}\"";
}
