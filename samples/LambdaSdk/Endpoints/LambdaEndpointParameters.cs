using Amazon.Runtime.Endpoints;

namespace Amazon.Lambda.Endpoints;

/// <summary>What the endpoint of a Lambda request depends on.</summary>
public class LambdaEndpointParameters : EndpointParameters
{
    /// <summary>Creates parameters for the plain regional endpoint.</summary>
    public LambdaEndpointParameters()
    {
        UseDualStack = false;
        UseFIPS = false;
    }

    /// <summary>System name of the region, such as "eu-west-1".</summary>
    public string Region
    {
        get => (string)this[nameof(Region)];
        set => this[nameof(Region)] = value;
    }

    /// <summary>Whether the endpoint must answer over IPv6 too.</summary>
    public bool? UseDualStack
    {
        get => (bool?)this[nameof(UseDualStack)];
        set => this[nameof(UseDualStack)] = value;
    }

    /// <summary>Whether the endpoint must use cryptography validated by FIPS 140.</summary>
    public bool? UseFIPS
    {
        get => (bool?)this[nameof(UseFIPS)];
        set => this[nameof(UseFIPS)] = value;
    }

    /// <summary>A URL that replaces the regional endpoint.</summary>
    public string Endpoint
    {
        get => (string)this[nameof(Endpoint)];
        set => this[nameof(Endpoint)] = value;
    }
}
