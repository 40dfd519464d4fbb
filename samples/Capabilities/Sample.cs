using Capabilities.Samples;

namespace Capabilities;

/// <summary>One capability, shown by a file of its own.</summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="Shows">What it shows, in a sentence.</param>
/// <param name="RunAsync">Runs it in an account of its own, and prints what came of it.</param>
internal sealed record Sample(string Name, string Shows, Func<Account, Task> RunAsync)
{
    public static IReadOnlyList<Sample> All { get; } =
    [
        new("concurrency", "a batch with a fixed concurrency", Concurrency.RunAsync),
        new("adaptive", "a concurrency that follows a target latency", AdaptiveConcurrency.RunAsync),
        new("failures", "failures as items, and a batch that ends at the first", Failures.RunAsync),
        new("duplicates", "equal requests sent once: in a batch, in a window, and for work of your own", Duplicates.RunAsync),
        new("pages", "every page of every request, as pages arrive", Pages.RunAsync),
        new("downloads", "a stream whose answers are read within their slots", Downloads.RunAsync),
        new("mixed", "several services and regions in one batch", MixedBatch.RunAsync),
        new("accounts", "one batch over many accounts, a role assumed in each", Accounts.RunAsync),
        new("throttles", "a rate of your own, and a service that throttles", Throttles.RunAsync),
        new("retries", "an answer that is lost, and a change that is made once", Retries.RunAsync),
        new("monitoring", "every operation in numbers", Monitoring.RunAsync),
        new("dynamic", "requests known only at run time, as JSON", DynamicRequests.RunAsync),
    ];
}
