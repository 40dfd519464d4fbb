using System.Buffers;
using System.Text.Json;
using AwsBatch.Cli.Input;
using AwsBatch.Cli.Output;
using AwsBatch.Dynamic;

namespace AwsBatch.Cli.Running;

/// <summary>A request on its way through a run; with pages it goes round once for each.</summary>
/// <param name="entry">The request as it was given.</param>
/// <param name="position">Its place among those that are run.</param>
/// <param name="request">What is sent first.</param>
/// <param name="pages">Where its pages are kept; null if its first answer is all of it.</param>
internal sealed class Turn(RequestEntry entry, long position, BatchRequest request, Pages? pages)
{
    public RequestEntry Entry => entry;

    public long Position => position;

    /// <summary>What is sent next for it.</summary>
    public BatchRequest Request { get; private set; } = request;

    /// <summary>Whether it has had no answer yet.</summary>
    public bool IsFresh => pages is null or { Count: 0 };

    /// <summary>From the first sending to the end, over all pages.</summary>
    public TimeSpan Duration { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Counts what a round has taken.</summary>
    public void Count(BatchItem item)
    {
        Duration += item.Duration;
        Attempts += item.Attempts;
    }

    /// <summary>Takes the answer of a round.</summary>
    /// <returns>The whole answer as JSON; null while pages follow, of which <see cref="Request"/> asks for the next.</returns>
    /// <exception cref="InvalidDataException">More pages follow, but cannot be asked for.</exception>
    public ReadOnlyMemory<byte>? Take(object response, RequestFactory requests)
    {
        if (pages is null)
            return Show(response);
        if (pages.Add(DynamicResponse.ToJson(response), entry.Parameters) is not { } parameters)
            return pages.Merge();
        var next = requests.Make(entry, parameters);
        Request = next.Request ?? throw new InvalidDataException(next.Error);
        return null;
    }

    private static ReadOnlyMemory<byte> Show(object response)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, RecordWriter.Options))
            DynamicResponse.Write(writer, response);
        return buffer.WrittenMemory;
    }
}
