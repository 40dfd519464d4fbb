using System.Text.Json;
using AwsBatch.Cli.Input;
using AwsBatch.Dynamic;

namespace AwsBatch.Cli.Running;

/// <summary>A request on its way through a run, and of a paged one the pages so far.</summary>
internal sealed class Turn(RequestEntry entry, long position, BatchRequest request, Pages? pages)
{
    public RequestEntry Entry => entry;

    /// <summary>Its place among those that are run.</summary>
    public long Position => position;

    /// <summary>What is sent next for it.</summary>
    public BatchRequest Request { get; set; } = request;

    /// <summary>Null if its first answer is all of it.</summary>
    public Pages? Pages => pages;

    /// <summary>From the first sending to the end, over all pages.</summary>
    public TimeSpan Duration { get; private set; }

    public int Attempts { get; private set; }

    public void Count(BatchItem item)
    {
        Duration += item.Duration;
        Attempts += item.Attempts;
    }
}
