using Amazon.Runtime;

namespace AwsBatch.Testing;

/// <summary>How an <see cref="AwsEndpoint"/> listens and whom it trusts. Every property has a usable default.</summary>
public sealed class AwsEndpointOptions
{
    /// <summary>Serve HTTPS with a certificate made in memory; see <see cref="AwsEndpoint.Certificate"/>. Default: plain HTTP.</summary>
    public bool Https { get; init; }

    /// <summary>The TCP port on 127.0.0.1, 0 to 65535; 0, the default, takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The region that created resources live in. Requests signed for any region are accepted.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>The lasting credentials the endpoint accepts; null, the default, makes a fresh random pair.</summary>
    public BasicAWSCredentials? Credentials { get; init; }

    /// <summary>The twelve-digit account that owns all resources.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>
    /// The clock of programmed latency, throttles and expiry, and of resource timestamps. Signatures are always checked against the machine's clock,
    /// because that is the one the SDK signs with; see <see cref="AwsEndpoint.ClockSkew"/>.
    /// </summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal void Validate()
    {
        if (Port is < 0 or > ushort.MaxValue)
            throw new ArgumentException($"{nameof(Port)} is {Port}; use 0 for a free port, or 1 to 65535.");
        if (string.IsNullOrWhiteSpace(Region))
            throw new ArgumentException($"{nameof(Region)} is empty; name a region such as us-east-1.");
        if (AccountId is not { Length: 12 } || !AccountId.All(char.IsAsciiDigit))
            throw new ArgumentException($"{nameof(AccountId)} is '{AccountId}'; an AWS account id has twelve digits.");
        ArgumentNullException.ThrowIfNull(TimeProvider);
    }
}
