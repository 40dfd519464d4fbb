using System.CommandLine;
using AwsBatch.Cli.Output;
using AwsBatch.Cli.Running;

namespace AwsBatch.Cli.Commands;

/// <summary>The flags of <c>run</c>.</summary>
internal sealed class RunOptions
{
    public const string DryRunName = "--dry-run";

    public Option<int?> Concurrency { get; } = new("--concurrency")
    {
        Description = "The most requests in flight at any instant. Without it concurrency finds itself.",
        HelpName = "N",
    };

    public Option<bool> Adaptive { get; } = new("--adaptive")
    {
        Description = "Adapts the concurrency of the run as a whole, besides that of each service.",
    };

    public Option<int?> InitialConcurrency { get; } = new("--initial-concurrency")
    {
        Description = "Where --adaptive starts; implies it.",
        HelpName = "N",
    };

    public Option<TimeSpan?> TargetLatency { get; } = new("--target-latency")
    {
        Description = "The mean latency that --adaptive holds, such as 500ms; implies it.",
        HelpName = "TIME",
    };

    public Option<double?> MaxRequestsPerSecond { get; } = new("--max-rps")
    {
        Description = "The most requests sent in a second, retries included.",
        HelpName = "N",
        CustomParser = static result => ValueTexts.Positive(result),
    };

    public Option<bool> FailFast { get; } = new("--fail-fast")
    {
        Description = "Ends the run at the first failure, with exit code 3.",
        HelpName = "true|false",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Option<TimeSpan?> DedupeWindow { get; } = new("--dedupe-window")
    {
        Description = "How long an answer stands for equal requests that only read, such as 30s. Without it they share one only while it is on the way.",
        HelpName = "TIME",
    };

    public Option<TimeSpan?> Timeout { get; } = new("--timeout")
    {
        Description = "The longest a request may take, retries and waits included. Without it 5m, and 30s for each attempt.",
        HelpName = "TIME",
    };

    public Option<bool> AllPages { get; } = new("--all-pages") { Description = "Follows answers to their last page and merges them into one." };

    public Option<bool> Unordered { get; } = new("--unordered") { Description = "Writes records as requests end, not in their order." };

    public Option<string> Output { get; } = RecordFormats.Option();

    public Option<string?> Out { get; } = new("--out") { Description = "Writes to this file instead of the standard output.", HelpName = "FILE" };

    public Option<string?> Report { get; } = new("--report")
    {
        Description = "Writes a page about the run to this file: throughput, latencies, errors, and how it was run.",
        HelpName = "FILE.html",
    };

    public Option<string?> Checkpoint { get; } = new("--checkpoint")
    {
        Description = "Writes down in this file what has been done, so that a run can be resumed however it ended.",
        HelpName = "FILE",
    };

    public Option<bool> Resume { get; } = new("--resume")
    {
        Description = "Goes on from the checkpoint: answers from it what was answered, and runs the rest.",
    };

    public Option<bool> DryRun { get; } = new(DryRunName) { Description = "Checks every request and says what would be sent, but sends nothing." };

    public Option<bool> Yes { get; } = new("--yes", "-y") { Description = "Does not ask before changing anything." };

    public Option<bool> NoProgress { get; } = new("--no-progress") { Description = "Shows no progress on the terminal." };

    public Option<Shard?> Shard { get; } = new("--shard")
    {
        Description = "Runs one of several equal parts of the input, such as 2/8.",
        HelpName = "i/n",
        CustomParser = static result =>
        {
            if (Running.Shard.TryParse(result.Tokens[^1].Value, out var shard))
                return shard;
            result.AddError($"--shard '{result.Tokens[^1].Value}' is not i/n with i from 1 to n, such as 2/8.");
            return null;
        },
    };

    public TargetOptions Target { get; } = new();

    public RunOptions()
    {
        foreach (var option in new[] { TargetLatency, DedupeWindow, Timeout })
            option.CustomParser = static result => ValueTexts.Duration(result);
        foreach (var option in new[] { Concurrency, InitialConcurrency })
            option.CustomParser = static result => ValueTexts.Whole(result, least: 1, most: int.MaxValue);
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[]
        {
            Concurrency, Adaptive, InitialConcurrency, TargetLatency, MaxRequestsPerSecond, FailFast, DedupeWindow, Timeout, AllPages,
            Unordered, Output, Out, Report, Checkpoint, Resume, DryRun, Yes, NoProgress, Shard,
        })
            command.Options.Add(option);
        Target.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(Resume) && result.GetValue(Checkpoint) is null)
                result.AddError("--resume needs --checkpoint FILE: the checkpoint to go on from.");
            if (result.GetValue(DryRun) && result.GetValue(Report) is not null)
                result.AddError("--report needs a run to report on: --dry-run sends nothing.");
        });
    }

    /// <summary>How the core is to run it.</summary>
    public BatchOptions ReadBatchOptions(ParseResult parsed)
    {
        var isAdaptive = parsed.GetValue(Adaptive) || parsed.GetValue(InitialConcurrency) is not null || parsed.GetValue(TargetLatency) is not null;
        return new BatchOptions
        {
            Concurrency = parsed.GetValue(Concurrency),
            Adaptive = isAdaptive
                ? new AdaptiveOptions { InitialConcurrency = parsed.GetValue(InitialConcurrency), TargetLatency = parsed.GetValue(TargetLatency) }
                : null,
            MaxRequestsPerSecond = parsed.GetValue(MaxRequestsPerSecond),
            FailFast = parsed.GetValue(FailFast),
            DedupeWindow = parsed.GetValue(DedupeWindow),
            AttemptTimeout = parsed.GetValue(Timeout),
            TotalTimeout = parsed.GetValue(Timeout),
        };
    }
}
