using System.Buffers.Text;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace AwsBatch.Benchmarks.Processes;

/// <summary>The least of HTTP/1.1 that tells requests apart: where headers end and how long a body is.</summary>
internal sealed class CannedConnection : IDisposable
{
    private readonly Stream stream;
    private readonly byte[] buffer = new byte[64 * 1024];
    private int filled;

    private CannedConnection(Stream stream) => this.stream = stream;

    public static CannedConnection Open(Socket socket, X509Certificate2? certificate)
    {
        socket.NoDelay = true;
        Stream stream = new NetworkStream(socket, ownsSocket: true);
        if (certificate is not null)
        {
            var secure = new SslStream(stream);
            secure.AuthenticateAsServer(certificate);
            stream = secure;
        }

        return new CannedConnection(stream);
    }

    public void Dispose() => stream.Dispose();

    /// <summary>Reads one request to its end; false if the client has closed.</summary>
    public bool ReadRequest()
    {
        while (true)
        {
            if (LengthOfRequest(buffer.AsSpan(0, filled)) is { } length && length <= filled)
            {
                filled -= length;
                buffer.AsSpan(length, filled).CopyTo(buffer);
                return true;
            }

            if (filled == buffer.Length)
                throw new IOException($"A request of more than {buffer.Length} bytes, or none at all.");
            var read = stream.Read(buffer.AsSpan(filled));
            if (read == 0)
                return false;
            filled += read;
        }
    }

    public void Write(byte[] answer) => stream.Write(answer);

    private static int? LengthOfRequest(ReadOnlySpan<byte> received)
    {
        var headers = received.IndexOf("\r\n\r\n"u8);
        return headers < 0 ? null : headers + 4 + LengthOfBody(received[..headers]);
    }

    private static int LengthOfBody(ReadOnlySpan<byte> headers)
    {
        var name = "Content-Length: "u8;
        foreach (var range in headers.Split("\r\n"u8))
        {
            var line = headers[range];
            if (line.Length > name.Length && Ascii.EqualsIgnoreCase(line[..name.Length], name))
                return Utf8Parser.TryParse(line[name.Length..], out int length, out _) ? length : throw new IOException("A body without length.");
        }

        return 0;
    }
}
