using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace AwsBatch.Testing.Services.S3.Multipart;

/// <summary>An object on its way, in parts that may come in any order and again. Thread-safe.</summary>
internal sealed class MultipartUpload(string key, string contentType, KeyValuePair<string, string>[] headers)
{
    private readonly ConcurrentDictionary<int, UploadedPart> parts = new();

    public string Key => key;

    public string ContentType => contentType;

    public KeyValuePair<string, string>[] Headers => headers;

    public void Put(int number, UploadedPart part) => parts[number] = part;

    public bool TryGet(int number, [NotNullWhen(true)] out UploadedPart? part) => parts.TryGetValue(number, out part);
}

/// <summary>One part as stored.</summary>
internal sealed record UploadedPart(ReadOnlyMemory<byte> Content, byte[] Md5)
{
    public string ETag => StoredObject.ETagOf(Md5);
}
