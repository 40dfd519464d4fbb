using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using AwsBatch.Benchmarks.Processes.Behaviours;

namespace AwsBatch.Benchmarks.Processes;

/// <summary>
/// A server on loopback that answers every request with the bytes it was last given, whatever is asked, so that nearly all of
/// a measurement is the client's. It runs as a process of its own and obeys its standard input: <see cref="EndpointOrder"/> and
/// <see cref="EndpointCount"/>, a line for a line.
/// </summary>
internal sealed class CannedEndpoint(X509Certificate2? certificate) : IDisposable
{
    /// <summary>The command of this program that runs it.</summary>
    public const string Command = "serve";

    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private Behaviour behaviour = new SameAnswer([]);
    private TimeSpan cpuBefore;

    public static async Task ServeAsync(bool tls, TextReader orders, TextWriter replies)
    {
        using var certificate = tls ? LoopbackCertificate.Create() : null;
        using var endpoint = new CannedEndpoint(certificate);
        await replies.WriteLineAsync(endpoint.Start());
        while (await orders.ReadLineAsync() is { } order)
            await replies.WriteLineAsync(endpoint.Obey(order));
    }

    public void Dispose() => listener.Dispose();

    private string Start()
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(backlog: 1_024);
        new Thread(Accept) { IsBackground = true }.Start();
        var port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        return certificate is null
            ? $"http://127.0.0.1:{port}"
            : $"https://127.0.0.1:{port} {LoopbackCertificate.Fingerprint(certificate)}";
    }

    private string Obey(string line)
    {
        var order = JsonSerializer.Deserialize(line, EndpointJson.Default.EndpointOrder)!;
        if (order.Answer is { } answer)
        {
            Volatile.Write(ref behaviour, order.World is { } world ? new ServedInWorld(world, answer) : new SameAnswer(answer));
            cpuBefore = Environment.CpuUsage.TotalTime;
        }

        var count = new EndpointCount(behaviour.Requests, behaviour.Refused, (Environment.CpuUsage.TotalTime - cpuBefore).TotalMicroseconds);
        return JsonSerializer.Serialize(count, EndpointJson.Default.EndpointCount);
    }

    // A thread for each connection: waiting in the system call itself is the least there is.
    private void Accept()
    {
        try
        {
            while (true)
            {
                var socket = listener.Accept();
                new Thread(() => Answer(socket)) { IsBackground = true }.Start();
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The endpoint has closed.
        }
    }

    private void Answer(Socket socket)
    {
        try
        {
            using var connection = CannedConnection.Open(socket, certificate);
            while (connection.ReadRequest())
                connection.Write(Volatile.Read(ref behaviour).Serve());
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            // The client has left.
        }
    }
}
