using Amazon.Runtime;
using AwsBatch.Deduplication;

namespace AwsBatch.Execution;

/// <summary>Equal requests on the way, and answers remembered, as the engine shares them: by their leader's item.</summary>
internal sealed class AnswerFlights(TimeProvider clock, Random jitter) : IDisposable
{
    // An answer whose length is not told, and how many bytes of objects a byte on the wire becomes: what S3 listings and
    // EC2 descriptions come to.
    private const long UnknownLength = 1024;
    private const long BytesPerWireByte = 4;

    public FlightTable<FlightKey<OperationRequest>, BatchItem, BatchItem> Table { get; } = new(
        new FlightKeyComparer<OperationRequest>(OperationRequestComparer.Instance),
        static key => key with { Request = key.Request.Snapshot() },
        BytesOf,
        new WindowBounds(),
        clock,
        jitter);

    /// <summary>Lets go of what is remembered; calls under way go on.</summary>
    public void Dispose() => Table.CloseWindow();

    private static long BytesOf(BatchItem item) => BytesPerWireByte
        * (item.Response is AmazonWebServiceResponse { ContentLength: > 0 } response && !IsHead(item) ? response.ContentLength : UnknownLength);

    // Its answer tells the length of what it does not carry.
    private static bool IsHead(BatchItem item) => item.Operation.StartsWith("Head", StringComparison.Ordinal);
}
