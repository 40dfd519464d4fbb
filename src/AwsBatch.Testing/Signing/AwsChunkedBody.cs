using System.Globalization;
using System.Text;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Signing;

/// <summary>
/// Decodes the <c>aws-chunked</c> content encoding: <c>SIZE[;chunk-signature=…]CRLF data CRLF</c>, a chunk of size 0, then trailing headers.
/// </summary>
internal static class AwsChunkedBody
{
    private const string SignatureExtension = "chunk-signature=";
    private const string TrailerSignature = "x-amz-trailer-signature";

    /// <summary>Replaces the request's body by the decoded one and adds its trailing headers to its headers.</summary>
    /// <param name="request">The request whose body is chunked.</param>
    /// <param name="signatures">What the chunks' signatures must match; null if they have none.</param>
    public static SignatureFault Decode(AwsRequest request, ChunkSignature? signatures)
    {
        var rest = request.Body.Span;
        if (!int.TryParse(request.Header("x-amz-decoded-content-length"), CultureInfo.InvariantCulture, out var length)
            || length < 0
            || length > rest.Length)
            return SignatureFault.Malformed;

        var decoded = new byte[length];
        var written = 0;
        while (true)
        {
            if (!TryReadLine(ref rest, out var line) || !TryParseSize(line, out var size, out var signature) || size > rest.Length)
                return SignatureFault.Malformed;
            var chunk = rest[..size];
            if (signatures?.Accepts(chunk, signature) == false)
                return SignatureFault.Mismatch;
            if (size == 0)
                break;
            if (size > length - written || !chunk.TryCopyTo(decoded.AsSpan(written)))
                return SignatureFault.Malformed;
            written += size;
            rest = rest[size..];
            if (!TryReadLine(ref rest, out var end) || end.Length > 0)
                return SignatureFault.Malformed;
        }
        if (written != length)
            return SignatureFault.Malformed;
        request.Body = decoded;
        return ReadTrailer(request, rest, signatures);
    }

    private static SignatureFault ReadTrailer(AwsRequest request, ReadOnlySpan<byte> rest, ChunkSignature? signatures)
    {
        var signed = new StringBuilder();
        while (TryReadLine(ref rest, out var line) && line.Length > 0)
        {
            var colon = line.IndexOf(':');
            if (colon <= 0)
                return SignatureFault.Malformed;
            var (name, value) = (line[..colon].ToLowerInvariant(), line[(colon + 1)..].Trim());
            if (name == TrailerSignature)
                return signatures?.AcceptsTrailer(signed.ToString(), value) == false ? SignatureFault.Mismatch : SignatureFault.None;
            request.Headers[name] = value;
            signed.Append(name).Append(':').Append(value).Append('\n');
        }
        return signatures is null || signed.Length == 0 ? SignatureFault.None : SignatureFault.Malformed;
    }

    private static bool TryReadLine(ref ReadOnlySpan<byte> rest, out string line)
    {
        var end = rest.IndexOf("\r\n"u8);
        line = end < 0 ? "" : Encoding.UTF8.GetString(rest[..end]);
        if (end < 0)
            return false;
        rest = rest[(end + 2)..];
        return true;
    }

    private static bool TryParseSize(string line, out int size, out string signature)
    {
        var semicolon = line.IndexOf(';');
        signature = semicolon >= 0 && line.AsSpan(semicolon + 1).StartsWith(SignatureExtension)
            ? line[(semicolon + 1 + SignatureExtension.Length)..]
            : "";
        return int.TryParse(
            semicolon < 0 ? line : line[..semicolon], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out size) && size >= 0;
    }
}
