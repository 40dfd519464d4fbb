using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AwsBatch.CompilerServices;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AwsBatch.Tests.Registration;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("Region", "eu-central-1")]
    [InlineData("Profile", "audit")]
    [InlineData("EndpointUrl", "http://localhost:4566")]
    public void A_key_of_the_section_sets_its_option(string key, string value)
    {
        var options = Read(new() { [$"AwsBatch:{key}"] = value });

        Assert.Equal(value, typeof(AwsBatchOptions).GetProperty(key)!.GetValue(options));
    }

    [Theory]
    [InlineData("Concurrency", "17")]
    [InlineData("FailFast", "True")]
    [InlineData("Dedupe", "Always")]
    [InlineData("DedupeWindow", "00:00:05")]
    [InlineData("AttemptTimeout", "00:00:07")]
    [InlineData("TotalTimeout", "00:01:30")]
    public void A_key_of_the_sections_defaults_sets_its_option(string key, string value)
    {
        var defaults = Read(new() { [$"AwsBatch:Defaults:{key}"] = value }).Defaults;

        var read = typeof(BatchOptions).GetProperty(key)!.GetValue(defaults);
        Assert.Equal(value, Convert.ToString(read, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Region", "eu-central-1")]
    [InlineData("Profile", "audit")]
    [InlineData("EndpointUrl", "http://localhost:4566")]
    public void A_key_of_the_default_target_sets_its_option(string key, string value)
    {
        var target = Read(new() { [$"AwsBatch:Defaults:Target:{key}"] = value }).Defaults.Target;

        Assert.Equal(value, typeof(BatchTarget).GetProperty(key)!.GetValue(target));
    }

    [Theory]
    [InlineData("Adaptive:InitialConcurrency", 5)]
    [InlineData("Adaptive:MinConcurrency", 2)]
    [InlineData("Adaptive:MaxConcurrency", 90)]
    public void A_key_of_the_adaptive_defaults_sets_its_option(string key, int value)
    {
        var adaptive = Read(new() { [$"AwsBatch:Defaults:{key}"] = $"{value}" }).Defaults.Adaptive;

        Assert.Equal(value, typeof(AdaptiveOptions).GetProperty(key.Split(':')[1])!.GetValue(adaptive));
    }

    [Fact]
    public void Numbers_and_times_of_the_section_are_read_as_JSON_writes_them()
    {
        var options = Read(new()
        {
            ["AwsBatch:MemoryLimit"] = "2000000000",
            ["AwsBatch:Defaults:MaxRequestsPerSecond"] = "2.5",
            ["AwsBatch:Defaults:Adaptive:TargetLatency"] = "00:00:00.5",
        });

        Assert.Equal((2_000_000_000, 2.5), (options.MemoryLimit, options.Defaults.MaxRequestsPerSecond));
        Assert.Equal(TimeSpan.FromMilliseconds(500), options.Defaults.Adaptive!.TargetLatency);
    }

    [Fact]
    public void The_documented_section_holds_every_key_and_is_read_to_its_last()
    {
        var markdown = File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../docs/settings.md"));
        using var json = JsonDocument.Parse(markdown.Split("```json")[1].Split("```")[0]);

        var options = Read(Flatten("", json.RootElement).ToDictionary());

        Assert.Equal(
            typeof(AwsBatchOptions).GetProperties().Select(property => property.Name).Except(["Credentials", "ProfileCredentials"]),
            json.RootElement.GetProperty("AwsBatch").EnumerateObject().Select(key => key.Name), StringComparer.Ordinal);
        Assert.All(
            typeof(BatchOptions).GetProperties().Where(property => property.Name != nameof(BatchOptions.Progress)),
            property => Assert.NotNull(property.GetValue(options.Defaults)));
        Assert.All(typeof(AdaptiveOptions).GetProperties(), property => Assert.NotNull(property.GetValue(options.Defaults.Adaptive)));
        Assert.All(typeof(BatchTarget).GetProperties(), property => Assert.NotNull(property.GetValue(options.Defaults.Target)));

        static IEnumerable<KeyValuePair<string, string?>> Flatten(string path, JsonElement value) =>
            value.ValueKind == JsonValueKind.Object
                ? value.EnumerateObject().SelectMany(key => Flatten(path.Length == 0 ? key.Name : $"{path}:{key.Name}", key.Value))
                : [new(path, value.ToString())];

        static string ThisFile([CallerFilePath] string path = "") => path;
    }

    [Fact]
    public void Keys_and_words_of_the_section_may_be_in_any_case()
    {
        var options = Read(new() { ["awsbatch:REGION"] = "eu-central-1", ["awsbatch:defaults:dedupe"] = "readonly" });

        Assert.Equal(("eu-central-1", DedupeMode.ReadOnly), (options.Region, options.Defaults.Dedupe));
    }

    [Fact]
    public void An_app_s_profile_is_taken_where_the_section_names_none() =>
        Assert.Equal("audit", Read([], app: new AwsDefaults(null, "audit", null, null)).Profile);

    [Fact]
    public void An_interface_s_settings_can_be_changed_bit_by_bit()
    {
        var options = new AwsBatchOptions();

        options.For<IDisposable>(own => own.Defaults = new BatchOptions { Concurrency = 3 });
        options.For<IDisposable>(own => own.Defaults = own.Defaults with { FailFast = true });

        Assert.Equal(new BatchOptions { Concurrency = 3, FailFast = true }, options.DefaultsOf(typeof(IDisposable)));
    }

    [Fact]
    public void What_is_empty_in_the_section_is_not_given()
    {
        var options = Read(
            new() { ["AwsBatch:Region"] = "", ["AwsBatch:EndpointUrl"] = "", ["AwsBatch:Defaults"] = "", ["AwsBatch:Defaults:Concurrency"] = "" },
            app: new AwsDefaults("from-app", null, null, "http://from-app"));

        Assert.Equal(("from-app", "http://from-app", null), (options.Region, options.EndpointUrl, options.Defaults.Concurrency));
    }

    [Theory]
    [InlineData("Regoin", "x", "is not known; known here: Region, Profile, EndpointUrl, MemoryLimit, Pipeline, Defaults")]
    [InlineData("Defaults:Concurency", "17", "is not known; known here: Concurrency, Adaptive,")]
    [InlineData("Defaults:Target:Regoin", "x", "is not known; known here: Region, Profile, EndpointUrl")]
    [InlineData("Defaults:Concurrency", "many", "must be a whole number, not 'many'")]
    [InlineData("Defaults:MaxRequestsPerSecond", "1,5", "must be a number, such as 12.5, not '1,5'")]
    [InlineData("Defaults:FailFast", "yes", "must be true or false, not 'yes'")]
    [InlineData("Defaults:TotalTimeout", "30s", "must be a time, such as 00:00:30 for 30 seconds, not '30s'")]
    [InlineData("Defaults:TotalTimeout", "30", "must be a time, such as 00:00:30 for 30 seconds, not '30'")]
    [InlineData("Defaults:Dedupe", "Sometimes", "must be one of Off, ReadOnly, Always, not 'Sometimes'")]
    [InlineData("Pipeline", "77", "must be one of Lean, Sdk, not '77'")]
    [InlineData("Defaults", "fast", "is 'fast', where a section with keys belongs")]
    [InlineData("Defaults:Adaptive", "true", "is 'true', where a section with keys belongs")]
    public void What_is_wrong_in_the_section_is_an_error_that_names_its_key_and_what_would_be_right(string key, string value, string message)
    {
        var refusal = Assert.Throws<AwsBatchConfigurationException>(() => Read(new() { [$"AwsBatch:{key}"] = value }));

        Assert.StartsWith($"The configuration key AwsBatch:{key} {message}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_in_the_place_of_a_value_is_an_error_that_names_it()
    {
        var refusal = Assert.Throws<AwsBatchConfigurationException>(() => Read(new() { ["AwsBatch:Region:Name"] = "eu-west-1" }));

        Assert.Equal("The configuration key AwsBatch:Region holds keys, where a value belongs.", refusal.Message);
    }

    [Fact]
    public void The_delegate_wins_over_the_section_and_the_section_over_the_apps_aws_options()
    {
        var options = Read(
            new() { ["AwsBatch:Region"] = "from-section", ["AwsBatch:Profile"] = "from-section" },
            options => options.Region = "from-delegate",
            new AwsDefaults("from-app", "from-app", null, "http://from-app"));

        Assert.Equal(("from-delegate", "from-section", "http://from-app"), (options.Region, options.Profile, options.EndpointUrl));
    }

    [Fact]
    public void Of_profile_and_credentials_the_one_set_last_holds()
    {
        var options = new AwsBatchOptions { Credentials = new Amazon.Runtime.AnonymousAWSCredentials() };
        options.Profile = "audit";
        Assert.Null(options.Credentials);

        options.Credentials = new Amazon.Runtime.AnonymousAWSCredentials();
        Assert.Null(options.Profile);
    }

    [Fact]
    public void Without_a_configuration_the_delegate_is_enough()
    {
        var services = new ServiceCollection();
        AwsBatchRegistration.AddCore(services, options => options.Region = "eu-west-1");
        using var provider = services.BuildServiceProvider();

        Assert.Equal("eu-west-1", provider.GetRequiredService<IOptions<AwsBatchOptions>>().Value.Region);
    }

    [Theory]
    [InlineData(3, 5, 7, 3)]
    [InlineData(null, 5, 7, 5)]
    [InlineData(null, null, 7, 7)]
    [InlineData(null, null, null, 8)]
    public async Task What_a_call_leaves_null_it_inherits_from_its_interface_then_the_defaults(
        int? call, int? batchInterface, int? defaults, int expected)
    {
        await using var harness = new Harness(options =>
        {
            options.Defaults = new BatchOptions { Concurrency = defaults };
            options.For<IFakeBatch>(fake => fake.Defaults = new BatchOptions { Concurrency = batchInterface });
            options.For<IDisposable>(other => other.Defaults = new BatchOptions { Concurrency = 99 });
        });
        var gate = new Gate();
        using var cancellation = new CancellationTokenSource();
        var options = new BatchOptions { Concurrency = call };
        var batch = harness.Batches.BatchAsync(Harness.Operation(gate.EnterAsync), Harness.Requests(20), options, cancellation.Token);

        await gate.ArrivalOfAsync(expected);
        Assert.Equal(expected, gate.Inside);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch);
        Assert.Equal(expected, gate.Arrived);
    }

    [Fact]
    public void Every_property_of_the_options_inherits()
    {
        var all = new BatchOptions
        {
            Concurrency = 3,
            Adaptive = new AdaptiveOptions { InitialConcurrency = 5 },
            MaxRequestsPerSecond = 7.5,
            FailFast = true,
            Dedupe = DedupeMode.Always,
            DedupeWindow = TimeSpan.FromSeconds(4),
            AttemptTimeout = TimeSpan.FromSeconds(1),
            TotalTimeout = TimeSpan.FromSeconds(2),
            Target = new BatchTarget { Region = "r", Profile = "p", EndpointUrl = "u" },
            Progress = new Progress<BatchProgress>(),
        };

        Assert.All(typeof(BatchOptions).GetProperties(), property => Assert.NotNull(property.GetValue(all)));
        Assert.Equal(all, new BatchOptions().Over(all));
        Assert.Equal(all, all.Over(new BatchOptions { Concurrency = 99, Target = new BatchTarget { Region = "other" } }));
        Assert.Equal(
            new BatchTarget { Region = "mine", Profile = "p", EndpointUrl = "u" },
            new BatchOptions { Target = new BatchTarget { Region = "mine" } }.Over(all).Target);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_concurrency_below_one_is_refused_by_name(int concurrency)
    {
        var refusal = await RefusalOfAsync(new BatchOptions { Concurrency = concurrency });

        Assert.Contains("BatchOptions.Concurrency must be at least 1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mode_that_does_not_exist_is_refused_by_name()
    {
        var refusal = await RefusalOfAsync(new BatchOptions { Dedupe = (DedupeMode)77 });

        Assert.Contains("BatchOptions.Dedupe must be one of Off, ReadOnly, Always", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((DedupeMode)77, refusal.ActualValue);
    }

    [Fact]
    public void A_pipeline_that_does_not_exist_is_refused_by_name()
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => new AwsBatchOptions { Pipeline = (PipelineMode)77 });
        Assert.Contains("AwsBatchOptions.Pipeline must be one of Lean, Sdk", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Defaults_of_null_are_refused_by_name()
    {
        Assert.Throws<ArgumentNullException>("Defaults", () => new AwsBatchOptions { Defaults = null! });
        Assert.Throws<ArgumentNullException>("Defaults", () => new BatchInterfaceOptions { Defaults = null! });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_memory_limit_of_nothing_is_refused_by_name(long limit)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => new AwsBatchOptions { MemoryLimit = limit });
        Assert.Contains("AwsBatchOptions.MemoryLimit must be more than zero", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_out_of_nothing_is_refused_by_name()
    {
        var refusal = await RefusalOfAsync(new BatchOptions { AttemptTimeout = TimeSpan.Zero });
        Assert.Contains("BatchOptions.AttemptTimeout must be more than zero", refusal.Message, StringComparison.Ordinal);

        refusal = await RefusalOfAsync(new BatchOptions { TotalTimeout = TimeSpan.FromSeconds(-3) });
        Assert.Contains("BatchOptions.TotalTimeout must be more than zero", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_of_nothing_is_refused_by_name()
    {
        var refusal = await RefusalOfAsync(new BatchOptions { DedupeWindow = TimeSpan.Zero });

        Assert.Contains("BatchOptions.DedupeWindow must be more than zero", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_infinite_time_out_never_ends_an_attempt()
    {
        await using var harness = new Harness();
        var gate = new Gate();
        var options = new BatchOptions { AttemptTimeout = Timeout.InfiniteTimeSpan, TotalTimeout = Timeout.InfiniteTimeSpan };
        var batch = harness.Batches.BatchAsync(Harness.Operation(gate.EnterAsync), Harness.Requests(1), options, CancellationToken.None);
        await gate.ArrivalOfAsync(1);

        harness.Clock.Advance(TimeSpan.FromDays(20));
        gate.LetOneGo();

        Assert.True((await batch)[0].IsSuccess);
    }

    [Fact]
    public void Adding_twice_keeps_one_core_and_both_delegates()
    {
        var services = new ServiceCollection();
        AwsBatchRegistration.AddCore(services, options => options.Region = "eu-west-1");
        AwsBatchRegistration.AddService(services, Harness.Service);
        var once = Core(services);
        AwsBatchRegistration.AddCore(services, options => options.EndpointUrl = "http://localhost:1");
        AwsBatchRegistration.AddService(services, Harness.Service);

        Assert.Equal(once, Core(services));
        using var provider = services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptions<AwsBatchOptions>>().Value;
        Assert.Equal(("eu-west-1", "http://localhost:1"), (options.Region, options.EndpointUrl));

        static int Core(ServiceCollection services) => services.Count(service =>
            service.ServiceType.Assembly == typeof(IAwsBatch).Assembly || service.ImplementationType?.Assembly == typeof(IAwsBatch).Assembly);
    }

    private static async Task<ArgumentOutOfRangeException> RefusalOfAsync(BatchOptions options)
    {
        await using var harness = new Harness();
        return await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => harness.Batches.BatchAsync(
            Harness.Operation((_, _) => Task.FromResult("")), Harness.Requests(1), options, CancellationToken.None));
    }

    private static AwsBatchOptions Read(
        Dictionary<string, string?> configuration, Action<AwsBatchOptions>? configure = null, AwsDefaults? app = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(configuration).Build());
        AwsBatchRegistration.AddCore(services, configure);
        AwsBatchRegistration.AddDefaults(services, _ => app);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<AwsBatchOptions>>().Value;
    }
}
