using Microsoft.Extensions.Configuration;

namespace AwsBatch.Registration;

/// <summary>The configuration section <c>AwsBatch</c>: the options by their names, and nothing else.</summary>
internal static class AwsBatchSettings
{
    private const string Section = "AwsBatch";

    /// <exception cref="AwsBatchConfigurationException">The section holds an unknown key or a wrong value; the message names it.</exception>
    public static void Apply(IConfiguration configuration, AwsBatchOptions options) => SectionReader.Read(
        configuration.GetSection(Section),
        section =>
        {
            options.Region = section.Text(nameof(options.Region)) ?? options.Region;
            options.Profile = section.Text(nameof(options.Profile)) ?? options.Profile;
            options.EndpointUrl = section.Text(nameof(options.EndpointUrl)) ?? options.EndpointUrl;
            options.MemoryLimit = section.Number<long>(nameof(options.MemoryLimit), "a whole number of bytes") ?? options.MemoryLimit;
            options.Pipeline = section.OneOf<PipelineMode>(nameof(options.Pipeline)) ?? options.Pipeline;
            options.Defaults = section.Section(nameof(options.Defaults), ReadDefaults)?.Over(options.Defaults) ?? options.Defaults;
            return options;
        });

    private static BatchOptions ReadDefaults(SectionReader section) => new()
    {
        Concurrency = section.Number<int>(nameof(BatchOptions.Concurrency), "a whole number"),
        Adaptive = section.Section(nameof(BatchOptions.Adaptive), ReadAdaptive),
        MaxRequestsPerSecond = section.Number<double>(nameof(BatchOptions.MaxRequestsPerSecond), "a number, such as 12.5"),
        FailFast = section.Flag(nameof(BatchOptions.FailFast)),
        Dedupe = section.OneOf<DedupeMode>(nameof(BatchOptions.Dedupe)),
        DedupeWindow = section.Time(nameof(BatchOptions.DedupeWindow)),
        AttemptTimeout = section.Time(nameof(BatchOptions.AttemptTimeout)),
        TotalTimeout = section.Time(nameof(BatchOptions.TotalTimeout)),
        Target = section.Section(nameof(BatchOptions.Target), ReadTarget),
    };

    private static AdaptiveOptions ReadAdaptive(SectionReader section) => new()
    {
        InitialConcurrency = section.Number<int>(nameof(AdaptiveOptions.InitialConcurrency), "a whole number"),
        MinConcurrency = section.Number<int>(nameof(AdaptiveOptions.MinConcurrency), "a whole number"),
        MaxConcurrency = section.Number<int>(nameof(AdaptiveOptions.MaxConcurrency), "a whole number"),
        TargetLatency = section.Time(nameof(AdaptiveOptions.TargetLatency)),
    };

    private static BatchTarget ReadTarget(SectionReader section) => new()
    {
        Region = section.Text(nameof(BatchTarget.Region)),
        Profile = section.Text(nameof(BatchTarget.Profile)),
        EndpointUrl = section.Text(nameof(BatchTarget.EndpointUrl)),
    };
}
