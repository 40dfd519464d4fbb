using System.Globalization;
using AwsBatch;
using Spectre.Console;

namespace QuickStart;

/// <summary>Shows a batch while it runs: a bar on a terminal, lines elsewhere.</summary>
internal static class LiveProgress
{
    public static Task<BatchResult> ShowAsync(int total, Func<IProgress<BatchProgress>, Task<BatchResult>> run) =>
        AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected
            ? ShowBarAsync(total, run)
            : run(new Lines());

    private static Task<BatchResult> ShowBarAsync(int total, Func<IProgress<BatchProgress>, Task<BatchResult>> run) =>
        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => run(new Bar(context.AddTask("starting", maxValue: total))));

    private static string Describe(BatchProgress progress) => string.Create(
        CultureInfo.InvariantCulture,
        $"{progress.Completed} of {progress.Total}, {progress.Failed} failed, {progress.InFlight} of {progress.Limit} in flight, {progress.Rate:0} calls/s");

    private sealed class Bar(ProgressTask task) : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value)
        {
            task.Value = value.Completed;
            task.Description = Describe(value);
        }
    }

    // Every fifth report: two lines a second, and the last one.
    private sealed class Lines : IProgress<BatchProgress>
    {
        private int reports;

        public void Report(BatchProgress value)
        {
            if (reports++ % 5 == 0 || value.Completed == value.Total)
                Console.WriteLine($"  {Describe(value)}");
        }
    }
}
