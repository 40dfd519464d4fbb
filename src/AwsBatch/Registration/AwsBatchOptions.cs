using Amazon.Runtime;

namespace AwsBatch;

/// <summary>
/// The settings of AwsBatch. <c>AddAwsBatch</c> first takes <c>AWSOptions</c> where the app has them, then the
/// configuration section <c>AwsBatch</c>, then its delegate; the later wins.
/// </summary>
public sealed class AwsBatchOptions
{
    private readonly Dictionary<Type, BatchInterfaceOptions> interfaces = [];
    private readonly List<Action<ClientConfig>> clientConfigurations = [];
    private readonly List<Action<SocketsHttpHandler>> httpConfigurations = [];

    /// <summary>The system name of a region, such as <c>eu-west-1</c>. Null: the profile's, or the environment's.</summary>
    public string? Region { get; set; }

    /// <summary>
    /// A profile of the shared AWS config and credentials files, or a name that <see cref="ProfileCredentials"/> knows. It
    /// names the account, as <see cref="Credentials"/> do: of the two the one set last holds.
    /// </summary>
    public string? Profile
    {
        get;
        set
        {
            field = value;
            if (value is not null)
                Credentials = null;
        }
    }

    /// <summary>Credentials of requests whose target names no profile. Null: the profile's, or the SDK's default chain.</summary>
    public AWSCredentials? Credentials
    {
        get;
        set
        {
            field = value;
            if (value is not null)
                Profile = null;
        }
    }

    /// <summary>
    /// Credentials by the name of a profile that is in no file, such as those of a role to assume for each tenant. Asked
    /// once for each name that a target or <see cref="Profile"/> gives, and again after a failure or when thousands of
    /// others came since it was last used; the credentials are renewed ahead of the expiry they tell. An answer of null
    /// leaves the name to the shared AWS files. Null: so are all.
    /// </summary>
    public Func<string, AWSCredentials?>? ProfileCredentials { get; set; }

    /// <summary>
    /// An absolute <c>http</c> or <c>https</c> URL for all services; S3 then uses path-style addresses. Null: AWS.
    /// </summary>
    public string? EndpointUrl { get; set; }

    /// <summary>
    /// The managed heap in bytes over which no further request is sent until it has shrunk, though one may always be in
    /// flight. Null: where the garbage collector calls the load of the machine or container high.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not more than zero.</exception>
    public long? MemoryLimit
    {
        get;
        set => field = value is null or > 0
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(MemoryLimit),
                value,
                $"AwsBatchOptions.{nameof(MemoryLimit)} must be more than zero bytes. Leave it null to go by the machine's memory.");
    }

    /// <summary>What takes requests to the wire; lean unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the modes.</exception>
    public PipelineMode Pipeline
    {
        get;
        set => field = Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(Pipeline),
                value,
                $"AwsBatchOptions.{nameof(Pipeline)} must be one of {string.Join(", ", Enum.GetNames<PipelineMode>())}.");
    }

    /// <summary>How calls run that do not say so themselves.</summary>
    /// <exception cref="ArgumentNullException">It is null; options with nothing set are the built-in ones.</exception>
    public BatchOptions Defaults
    {
        get;
        set => field = value ?? throw new ArgumentNullException(nameof(Defaults));
    } = new();

    /// <summary>Changes the settings of one batch interface.</summary>
    /// <typeparam name="TInterface">The interface, such as <c>IS3Batch</c>.</typeparam>
    public AwsBatchOptions For<TInterface>(Action<BatchInterfaceOptions> configure)
        where TInterface : class
    {
        ArgumentNullException.ThrowIfNull(configure);
        if (!interfaces.TryGetValue(typeof(TInterface), out var options))
            interfaces.Add(typeof(TInterface), options = new BatchInterfaceOptions());
        configure(options);
        return this;
    }

    /// <summary>
    /// Changes the SDK's configuration of one service's clients. What the core owns stays its own: the SDK's retries
    /// are off and its HTTP clients come from the core's pools. Runs for each client and once more for the service's
    /// connections.
    /// </summary>
    /// <typeparam name="TConfig">The configuration class, such as <c>AmazonS3Config</c>.</typeparam>
    public AwsBatchOptions ConfigureClient<TConfig>(Action<TConfig> configure)
        where TConfig : ClientConfig
    {
        ArgumentNullException.ThrowIfNull(configure);
        clientConfigurations.Add(config =>
        {
            if (config is TConfig typed)
                configure(typed);
        });
        return this;
    }

    /// <summary>Changes the HTTP handler of every pool: certificates, proxies, connection lifetimes.</summary>
    public AwsBatchOptions ConfigureHttp(Action<SocketsHttpHandler> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        httpConfigurations.Add(configure);
        return this;
    }

    internal BatchOptions DefaultsOf(Type batchInterface) =>
        interfaces.TryGetValue(batchInterface, out var options) ? options.Defaults.Over(Defaults) : Defaults;

    internal void Apply(ClientConfig config) => clientConfigurations.ForEach(configure => configure(config));

    internal void Apply(SocketsHttpHandler handler) => httpConfigurations.ForEach(configure => configure(handler));
}
