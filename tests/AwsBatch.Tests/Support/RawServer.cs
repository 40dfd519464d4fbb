using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace AwsBatch.Tests.Support;

/// <summary>A server below HTTP: it reads requests byte by byte and does to the connection what a test wants.</summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly Func<Connection, Task> serve;
    private readonly X509Certificate2? certificate;
    private readonly Task accepting;
    private int requests;

    public RawServer(Func<Connection, Task> serve, bool tls)
    {
        this.serve = serve;
        certificate = tls ? MakeCertificate() : null;
        listener.Start();
        accepting = AcceptAsync();
    }

    public string Url => $"{(certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public string? CertificateHash => certificate?.GetCertHashString();

    /// <summary>How many requests have been read to the end of their headers.</summary>
    public int Requests => Volatile.Read(ref requests);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        // Stopped after the last accept: one that is about to begin would not be cancelled, but find no listener.
        await accepting;
        listener.Stop();
        certificate?.Dispose();
        closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
                serving.Add(ServeAsync(await listener.AcceptSocketAsync(closing.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                Stream stream = new NetworkStream(socket);
                if (certificate is not null)
                {
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(certificate);
                    stream = secure;
                }

                await serve(new Connection(this, socket, stream, closing.Token));
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException)
            {
                // The client or the test has left.
            }
        }
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }

    public sealed class Connection(RawServer server, Socket socket, Stream stream, CancellationToken closing)
    {
        /// <summary>Reads to the end of a request's headers; false if the client has closed.</summary>
        public async Task<bool> ReadRequestAsync()
        {
            var text = new StringBuilder();
            var buffer = new byte[1];
            while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                if (await stream.ReadAsync(buffer, closing) == 0)
                    return false;
                text.Append((char)buffer[0]);
            }

            Interlocked.Increment(ref server.requests);
            return true;
        }

        public async Task AnswerAsync(string answer) =>
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer.ReplaceLineEndings("\r\n")), closing);

        /// <summary>Ends the connection in an orderly way: the client reads an end of the stream.</summary>
        public async Task CloseAsync()
        {
            if (stream is SslStream secure)
                await secure.ShutdownAsync();
            socket.Shutdown(SocketShutdown.Both);
        }

        /// <summary>Breaks the connection: the client reads an error.</summary>
        public void Reset()
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Close();
        }
    }
}
