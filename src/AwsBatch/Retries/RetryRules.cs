namespace AwsBatch.Retries;

/// <summary>The constants of AWS's retry behaviour 2.1 (standard mode, 2026), as a service has them.</summary>
internal sealed record RetryRules
{
    /// <summary>For every service but those below.</summary>
    public static readonly RetryRules Standard = new();

    /// <summary>DynamoDB answers in single milliseconds: a quarter of a second of back-off would be an age.</summary>
    public static readonly RetryRules DynamoDb = new() { MaxAttempts = 4, TransientBase = TimeSpan.FromMilliseconds(25) };

    /// <summary>How many attempts may end in a transient, the first included. Throttles have no such limit.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>The back-off before the first retry of a transient; each further one doubles it.</summary>
    public TimeSpan TransientBase { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The back-off before the first retry of a throttle; each further one doubles it.</summary>
    public TimeSpan ThrottleBase { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>No computed back-off is longer; what the service asks for may be.</summary>
    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromSeconds(20);

    /// <param name="service">The service as the AWS CLI names it.</param>
    public static RetryRules For(string service) => service is "dynamodb" or "dynamodbstreams" ? DynamoDb : Standard;
}
