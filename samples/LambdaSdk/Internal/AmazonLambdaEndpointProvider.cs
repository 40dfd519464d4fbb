using Amazon.Lambda.Endpoints;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.Lambda.Internal;

/// <summary>Lambda's endpoint rules: a custom URL, else the regional host of the partition.</summary>
public class AmazonLambdaEndpointProvider : IEndpointProvider
{
    /// <inheritdoc/>
    /// <exception cref="AmazonClientException">The parameters contradict each other or lack a region.</exception>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var url = (string)parameters["Endpoint"];
        var region = (string)parameters["Region"];
        var fips = parameters["UseFIPS"] is true;
        var dualStack = parameters["UseDualStack"] is true;

        return string.IsNullOrEmpty(url) ? Regional(region, fips, dualStack) : Custom(url, fips, dualStack);
    }

    private static Endpoint Custom(string url, bool fips, bool dualStack)
    {
        if (fips)
            throw Invalid("FIPS and custom endpoint are not supported");
        if (dualStack)
            throw Invalid("Dualstack and custom endpoint are not supported");

        return new Endpoint(url);
    }

    private static Endpoint Regional(string region, bool fips, bool dualStack)
    {
        if (string.IsNullOrEmpty(region))
            throw Invalid("Missing Region");

        var partition = Fn.Partition(region);
        if (fips && !partition.supportsFIPS)
            throw Invalid($"FIPS is enabled but partition {partition.name} does not support FIPS");
        if (dualStack && !partition.supportsDualStack)
            throw Invalid($"DualStack is enabled but partition {partition.name} does not support DualStack");

        var service = fips ? "lambda-fips" : "lambda";
        var suffix = dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        return new Endpoint($"https://{service}.{region}.{suffix}");
    }

    private static AmazonClientException Invalid(string reason) => new($"Invalid Configuration: {reason}");
}
