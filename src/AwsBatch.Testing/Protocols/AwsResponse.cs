using System.Buffers;
using System.Text.Json;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace AwsBatch.Testing.Protocols;

/// <summary>An answer being made. It is sent only when complete, so an error can still take its place.</summary>
internal sealed class AwsResponse(IHeaderDictionary headers, string requestId) : IDisposable
{
    private static readonly XmlWriterSettings XmlSettings = new()
    {
        Encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize, // a carriage return left as it is reads as a line feed
        CheckCharacters = false, // S3 keys may hold control characters; S3 writes them as character references
    };

    private PooledBuffer? buffer;

    public string RequestId => requestId;

    public int StatusCode { get; set; } = 200;

    public IHeaderDictionary Headers => headers;

    /// <summary>The body, when it exists already; else what was written to the buffer.</summary>
    public ReadOnlyMemory<byte>? Content { get; set; }

    /// <summary>What Content-Length says when there is no body to count (HEAD).</summary>
    public long? ContentLength { get; set; }

    public ReadOnlyMemory<byte> Body => Content ?? buffer?.Written ?? ReadOnlyMemory<byte>.Empty;

    private PooledBuffer Buffer => buffer ??= new PooledBuffer();

    public XmlWriter OpenXml(string contentType)
    {
        headers.ContentType = contentType;
        return XmlWriter.Create(Buffer, XmlSettings);
    }

    public Utf8JsonWriter OpenJson(string contentType)
    {
        headers.ContentType = contentType;
        return new Utf8JsonWriter((IBufferWriter<byte>)Buffer);
    }

    /// <summary>Forgets everything, for an error to be written instead.</summary>
    public void Clear()
    {
        headers.Clear();
        Content = null;
        ContentLength = null;
        buffer?.Clear();
    }

    public void Dispose() => buffer?.Dispose();
}
