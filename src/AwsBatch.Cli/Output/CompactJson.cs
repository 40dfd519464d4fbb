using System.Buffers;

namespace AwsBatch.Cli.Output;

/// <summary>JSON as it was written, on one line: only the space between its parts is left out.</summary>
internal static class CompactJson
{
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> json)
    {
        // What has no line's end goes out as it is.
        if (!json.ContainsAny((byte)'\n', (byte)'\r'))
            return json;

        var compact = new ArrayBufferWriter<byte>(json.Length);
        var isText = false;
        for (var at = 0; at < json.Length; at++)
        {
            var character = json[at];
            if (isText && character == '\\')
            {
                compact.Write(json.Slice(at++, 2));
                continue;
            }

            isText ^= character == '"';
            if (isText || character is not ((byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r'))
                compact.Write(json.Slice(at, 1));
        }

        return compact.WrittenSpan;
    }
}
