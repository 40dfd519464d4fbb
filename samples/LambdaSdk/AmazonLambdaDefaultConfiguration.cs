using System.Collections.ObjectModel;
using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>The SDK's default modes, which set how long a connection may take to open.</summary>
public static class AmazonLambdaDefaultConfiguration
{
    /// <summary>Safe for most applications: 3.1 s to connect.</summary>
    public static IDefaultConfiguration Standard { get; } = Create(DefaultConfigurationMode.Standard, 3100);

    /// <summary>For applications in the same region as the service: 1.1 s to connect.</summary>
    public static IDefaultConfiguration InRegion { get; } = Create(DefaultConfigurationMode.InRegion, 1100);

    /// <summary>For applications in another region than the service: 3.1 s to connect.</summary>
    public static IDefaultConfiguration CrossRegion { get; } = Create(DefaultConfigurationMode.CrossRegion, 3100);

    /// <summary>For mobile applications: 30 s to connect.</summary>
    public static IDefaultConfiguration Mobile { get; } = Create(DefaultConfigurationMode.Mobile, 30000);

    /// <summary>Decided by where the application runs: 1.1 s to connect unless that says otherwise.</summary>
    public static IDefaultConfiguration Auto { get; } = Create(DefaultConfigurationMode.Auto, 1100);

    /// <summary>All modes.</summary>
    public static ReadOnlyCollection<IDefaultConfiguration> GetAllConfigurations() =>
        new([Standard, InRegion, CrossRegion, Mobile, Auto]);

    private static DefaultConfiguration Create(DefaultConfigurationMode mode, long connectMilliseconds) => new()
    {
        Name = mode,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = TimeSpan.FromMilliseconds(connectMilliseconds),
        TlsNegotiationTimeout = TimeSpan.FromMilliseconds(connectMilliseconds),
    };
}
