using System.Security.Cryptography.X509Certificates;
using Amazon.Runtime;
using AwsBatch.Testing.Behaviour;
using AwsBatch.Testing.Hosting;
using AwsBatch.Testing.Signing;

namespace AwsBatch.Testing;

/// <summary>
/// An AWS endpoint inside this process, on loopback, for tests: S3, EC2, Lambda, DynamoDB, SQS, SSM and STS over their real protocols, for the
/// real AWS SDK clients.
/// It verifies signatures, keeps its state in memory, counts what goes over the wire, and answers as slowly or as wrongly as it is told to.
/// What it does not implement it refuses with status 501 and the operation's name. Thread-safe.
/// </summary>
public sealed class AwsEndpoint : IAsyncDisposable, IDisposable
{
    private readonly LoopbackServer server;
    private readonly BehaviourTable behaviours;
    private readonly AccessKeys accessKeys;
    private readonly EndpointClock clock;
    private readonly X509Certificate2? keyPair;

    private AwsEndpoint(LoopbackServer server, AwsEndpointParts parts, X509Certificate2? keyPair)
    {
        this.server = server;
        behaviours = parts.Behaviours;
        accessKeys = parts.AccessKeys;
        clock = parts.Clock;
        this.keyPair = keyPair;
        Certificate = keyPair is null ? null : X509CertificateLoader.LoadCertificate(keyPair.RawData);
        Credentials = parts.Credentials;
        Region = parts.Region;
        Wire = parts.Wire;
        S3 = parts.S3;
        Ec2 = parts.Ec2;
        Lambda = parts.Lambda;
        DynamoDb = parts.DynamoDb;
        Sqs = parts.Sqs;
        Ssm = parts.Ssm;
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri Url => server.Url;

    /// <summary>The public part of the certificate it serves HTTPS with, for clients to trust; null over plain HTTP.</summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>The credentials it accepts, besides the sessions it issued.</summary>
    public BasicAWSCredentials Credentials { get; }

    /// <summary>The region its resources live in.</summary>
    public string Region { get; }

    /// <summary>
    /// How far the clock that it checks signatures against, and dates its answers by, is ahead of the machine's; zero by default. Beyond 15 minutes
    /// either way requests are refused as each service does: S3 with <c>RequestTimeTooSkewed</c>, EC2 with <c>RequestExpired</c>, others with
    /// <c>InvalidSignatureException</c>. May be changed at any time.
    /// </summary>
    public TimeSpan ClockSkew
    {
        get => clock.Skew;
        set => clock.Skew = value;
    }

    /// <summary>What went over the wire.</summary>
    public WireCounters Wire { get; }

    /// <summary>Buckets and objects, for set-up without HTTP.</summary>
    public EmbeddedS3 S3 { get; }

    /// <summary>Instances, for set-up without HTTP.</summary>
    public EmbeddedEc2 Ec2 { get; }

    /// <summary>Functions, for set-up without HTTP.</summary>
    public EmbeddedLambda Lambda { get; }

    /// <summary>Tables and items, for set-up without HTTP.</summary>
    public EmbeddedDynamoDb DynamoDb { get; }

    /// <summary>Queues, for set-up without HTTP.</summary>
    public EmbeddedSqs Sqs { get; }

    /// <summary>Parameters, for set-up without HTTP.</summary>
    public EmbeddedSsm Ssm { get; }

    /// <summary>Starts an endpoint; it accepts requests when the task completes, and until it is disposed.</summary>
    /// <param name="options">How it listens; null for plain HTTP on a free port.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<AwsEndpoint> StartAsync(AwsEndpointOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        options.Validate();
        var parts = AwsEndpointParts.Create(options);
        var certificate = options.Https ? SelfSignedCertificate.Create(TimeProvider.System.GetUtcNow()) : null;
        try
        {
            var server = await LoopbackServer
                .StartAsync(options.Port, certificate, parts.Pipeline.HandleAsync, parts.Wire, cancellationToken)
                .ConfigureAwait(false);
            return new(server, parts, certificate);
        }
        catch
        {
            certificate?.Dispose();
            throw;
        }
    }

    /// <summary>How the endpoint treats one operation, or with <c>s3:*</c> all those of a service.</summary>
    /// <param name="operation">The API's name for it, such as <c>s3:HeadObject</c>, <c>ec2:DescribeInstances</c>, <c>lambda:Invoke</c>.</param>
    /// <returns>The behaviour to change; always the same object for the same name.</returns>
    /// <exception cref="ArgumentException">The endpoint does not implement that operation; the message names near ones.</exception>
    public OperationBehaviour On(string operation) => behaviours.For(operation);

    /// <summary>
    /// Issues temporary credentials, which once expired are refused as each service does: S3 with <c>ExpiredToken</c>, EC2 with
    /// <c>RequestExpired</c>, others with <c>ExpiredTokenException</c>.
    /// </summary>
    /// <param name="lifetime">After which they expire, by the endpoint's clock, more than zero; null for never.</param>
    /// <param name="calls">How many properly signed calls they are good for, 1 or more; null for any number.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public SessionAWSCredentials IssueSession(TimeSpan? lifetime = null, int? calls = null)
    {
        if (lifetime <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(lifetime), lifetime, "A lifetime is more than zero.");
        ArgumentOutOfRangeException.ThrowIfLessThan(calls ?? 1, 1, nameof(calls));
        return accessKeys.Issue(lifetime, calls);
    }

    /// <summary>Stops listening, drops open connections and forgets all state.</summary>
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync().ConfigureAwait(false);
        keyPair?.Dispose();
        Certificate?.Dispose();
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => Task.Run(async () => await DisposeAsync().ConfigureAwait(false)).GetAwaiter().GetResult();
}
