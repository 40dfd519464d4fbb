using AwsBatch.Cli.Input;

namespace AwsBatch.Cli.Running;

/// <summary>What of an input is to be run, seen before anything is sent.</summary>
/// <param name="Count">How many requests.</param>
/// <param name="Operations">What they ask for; unknown operations aside, which are not sent.</param>
internal sealed record Survey(int Count, OperationTally Operations)
{
    /// <exception cref="InputException">The input is broken, or one of its requests would destroy what another one writes or reads.</exception>
    public static async Task<Survey> TakeAsync(IAsyncEnumerable<RequestEntry> entries, RequestFactory requests)
    {
        var operations = new OperationTally();
        var count = 0;
        await foreach (var entry in entries.ConfigureAwait(false))
        {
            if (entry.Clash is { } clash)
                throw new MalformedInputException(new(entry.Line, Column: 1), $"{clash} Nothing was sent.");
            count++;
            if (requests.OperationOf(entry) is { } operation)
                operations.Add(requests.NameOf(entry), operation);
        }

        return new Survey(count, operations);
    }
}
