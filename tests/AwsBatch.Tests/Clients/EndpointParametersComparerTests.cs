using Amazon.Runtime.Endpoints;
using AwsBatch.Clients;

namespace AwsBatch.Tests.Clients;

public sealed class EndpointParametersComparerTests
{
    private static readonly EndpointParametersComparer Comparer = new(["Key"]);

    [Fact]
    public void Their_order_says_nothing_and_neither_does_what_no_rule_looks_at()
    {
        var one = Of(("Region", "eu-west-1"), ("UseFIPS", true), ("Key", "a"));
        var other = Of(("Key", "b"), ("UseFIPS", true), ("Region", "eu-west-1"));

        Assert.Equal(one, other, Comparer);
        Assert.Equal(Comparer.GetHashCode(one), Comparer.GetHashCode(other));
        Assert.Equal(one, Of(("Region", "eu-west-1"), ("UseFIPS", true)), Comparer);
    }

    [Fact]
    public void Another_value_or_another_name_makes_others_of_them()
    {
        var one = Of(("Region", "eu-west-1"), ("Bucket", "logs"));

        Assert.NotEqual(one, Of(("Region", "eu-west-1"), ("Bucket", "Logs")), Comparer);
        Assert.NotEqual(one, Of(("Region", "eu-west-1")), Comparer);
        Assert.NotEqual(one, Of(("Region", "eu-west-1"), ("UseFIPS", null)), Comparer);
        Assert.NotEqual(Of(("Region", "eu-west-1"), ("UseFIPS", null)), one, Comparer);
    }

    private static EndpointParameters Of(params ReadOnlySpan<(string Name, object? Value)> properties)
    {
        var parameters = new EndpointParameters();
        foreach (var (name, value) in properties)
            parameters[name] = value;
        return parameters;
    }
}
