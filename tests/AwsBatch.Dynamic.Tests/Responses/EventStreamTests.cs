using Amazon.Runtime.EventStreams;
using Amazon.S3.Model;
using AwsBatch.Dynamic.Core;

namespace AwsBatch.Dynamic.Tests.Responses;

/// <summary>Answers that are events, of which some have bytes.</summary>
public sealed class EventStreamTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(path);

    [Fact]
    public async Task Their_bytes_go_to_the_file_in_their_order()
    {
        byte[] events = [.. Event("Records", "a,1\n"), .. Event("Cont", ""), .. Event("Records", "b,2\n"), .. Event("End", "")];
        var response = new SelectObjectContentResponse { Payload = new SelectObjectContentEventStream(new MemoryStream(events)) };

        await ResponseStream.Find(typeof(SelectObjectContentResponse))!.SaveAsync(response, path, CancellationToken.None);

        Assert.Equal("a,1\nb,2\n", await File.ReadAllTextAsync(path));
    }

    private static byte[] Event(string type, string payload) =>
        new EventStreamMessage([Header(":message-type", "event"), Header(":event-type", type)], System.Text.Encoding.UTF8.GetBytes(payload)).ToByteArray();

    private static EventStreamHeader Header(string name, string value)
    {
        var header = new EventStreamHeader(name);
        header.SetString(value);
        return header;
    }
}
