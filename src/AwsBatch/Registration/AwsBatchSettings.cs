using Microsoft.Extensions.Configuration;

namespace AwsBatch.Registration;

// The settable shape of the options: the configuration binder skips init-only properties without a word.

/// <summary>The configuration section <c>AwsBatch</c>.</summary>
internal sealed class AwsBatchSettings
{
    public const string Section = "AwsBatch";

    public string? Region { get; set; }

    public string? Profile { get; set; }

    public string? EndpointUrl { get; set; }

    public long? MemoryLimit { get; set; }

    public PipelineMode? Pipeline { get; set; }

    public BatchSettings? Defaults { get; set; }

    /// <exception cref="InvalidOperationException">The section holds an unknown key or a value of the wrong type; the message names it.</exception>
    public static AwsBatchSettings Read(IConfiguration configuration)
    {
        var settings = new AwsBatchSettings();
        configuration.GetSection(Section).Bind(settings, static binder => binder.ErrorOnUnknownConfiguration = true);
        return settings;
    }

    public void ApplyTo(AwsBatchOptions options)
    {
        options.Region = Region ?? options.Region;
        options.Profile = Profile ?? options.Profile;
        options.EndpointUrl = EndpointUrl ?? options.EndpointUrl;
        options.MemoryLimit = MemoryLimit ?? options.MemoryLimit;
        options.Pipeline = Pipeline ?? options.Pipeline;
        if (Defaults is not null)
            options.Defaults = Defaults.ToOptions().Over(options.Defaults);
    }
}

/// <summary>The settable shape of <see cref="BatchOptions"/>.</summary>
internal sealed class BatchSettings
{
    public int? Concurrency { get; set; }

    public AdaptiveSettings? Adaptive { get; set; }

    public double? MaxRequestsPerSecond { get; set; }

    public bool? FailFast { get; set; }

    public DedupeMode? Dedupe { get; set; }

    public TimeSpan? DedupeWindow { get; set; }

    public TimeSpan? AttemptTimeout { get; set; }

    public TimeSpan? TotalTimeout { get; set; }

    public TargetSettings? Target { get; set; }

    public BatchOptions ToOptions() => new()
    {
        Concurrency = Concurrency,
        Adaptive = Adaptive?.ToOptions(),
        MaxRequestsPerSecond = MaxRequestsPerSecond,
        FailFast = FailFast,
        Dedupe = Dedupe,
        DedupeWindow = DedupeWindow,
        AttemptTimeout = AttemptTimeout,
        TotalTimeout = TotalTimeout,
        Target = Target?.ToTarget(),
    };
}

/// <summary>The settable shape of <see cref="AdaptiveOptions"/>.</summary>
internal sealed class AdaptiveSettings
{
    public int? InitialConcurrency { get; set; }

    public int? MinConcurrency { get; set; }

    public int? MaxConcurrency { get; set; }

    public TimeSpan? TargetLatency { get; set; }

    public AdaptiveOptions ToOptions() => new()
    {
        InitialConcurrency = InitialConcurrency,
        MinConcurrency = MinConcurrency,
        MaxConcurrency = MaxConcurrency,
        TargetLatency = TargetLatency,
    };
}

/// <summary>The settable shape of <see cref="BatchTarget"/>.</summary>
internal sealed class TargetSettings
{
    public string? Region { get; set; }

    public string? Profile { get; set; }

    public string? EndpointUrl { get; set; }

    public BatchTarget ToTarget() => new() { Region = Region, Profile = Profile, EndpointUrl = EndpointUrl };
}
