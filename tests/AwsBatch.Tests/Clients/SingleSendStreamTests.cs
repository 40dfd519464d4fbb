using AwsBatch.Clients;

namespace AwsBatch.Tests.Clients;

public sealed class SingleSendStreamTests : IDisposable
{
    private readonly MemoryStream connection = new();
    private readonly SingleSendStream stream;

    public SingleSendStreamTests() => stream = new SingleSendStream(connection);

    public void Dispose()
    {
        stream.Dispose();
        connection.Dispose();
    }

    [Fact]
    public async Task Nothing_is_sent_on_a_connection_that_has_ended()
    {
        Assert.Equal(0, await stream.ReadAsync(new byte[8]));

        await Assert.ThrowsAsync<ConnectionLostException>(async () => await stream.WriteAsync("request"u8.ToArray()));

        Assert.Equal(0, connection.Length);
    }

    /// <remarks>The platform asks so whether there is something to read on a connection that waits for its next request.</remarks>
    [Fact]
    public async Task A_read_of_nothing_is_no_end()
    {
        Assert.Equal(0, await stream.ReadAsync(Memory<byte>.Empty));

        await stream.WriteAsync("request"u8.ToArray());

        Assert.Equal("request".Length, connection.Length);
    }
}
