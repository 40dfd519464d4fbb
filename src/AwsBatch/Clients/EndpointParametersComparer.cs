using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Amazon.Runtime.Endpoints;

namespace AwsBatch.Clients;

/// <summary>Tells whether endpoint rules were given the same: text and switches, of which all parameters known so far consist.</summary>
/// <param name="ignored">The parameters that no rule looks at.</param>
internal sealed class EndpointParametersComparer(string[] ignored) : IEqualityComparer<EndpointParameters>
{
    /// <summary>Whether what the SDK keeps parameters in, a private field, can be read.</summary>
    public static bool CanRead { get; } = Try();

    /// <summary>Whether all of the parameters are of those kinds, and their equality the answer's.</summary>
    public bool CanCompare(EndpointParameters parameters)
    {
        foreach (var (name, value) in PropertiesOf(parameters))
        {
            if (value is not (null or string or bool) && !ignored.Contains(name))
                return false;
        }

        return true;
    }

    public bool Equals(EndpointParameters? x, EndpointParameters? y) =>
        ReferenceEquals(x, y) || (x is not null && y is not null && CountOf(x) == CountOf(y) && Has(x, y));

    public int GetHashCode([DisallowNull] EndpointParameters obj)
    {
        // A sum, as the order says nothing.
        var hash = 0;
        foreach (var (name, value) in PropertiesOf(obj))
        {
            if (value is not null && !ignored.Contains(name))
                hash += HashCode.Combine(name.Length, value);
        }

        return hash;
    }

    /// <summary>The same parameters, which nobody else can change.</summary>
    public static EndpointParameters CopyOf(EndpointParameters parameters)
    {
        var copy = new EndpointParameters();
        foreach (var (name, value) in PropertiesOf(parameters))
            copy[name] = value;
        return copy;
    }

    private int CountOf(EndpointParameters parameters)
    {
        var properties = PropertiesOf(parameters);
        var count = properties.Count;
        foreach (var name in ignored)
            count -= properties.ContainsKey(name) ? 1 : 0;
        return count;
    }

    private bool Has(EndpointParameters all, EndpointParameters some)
    {
        var properties = PropertiesOf(all);
        foreach (var (name, value) in PropertiesOf(some))
        {
            // One that is there and null is not one that is missing, by whose number the two are compared.
            if (!ignored.Contains(name) && !(properties.TryGetValue(name, out var other) && Equals(value, other)))
                return false;
        }

        return true;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "properties")]
    private static extern ref Dictionary<string, object?> PropertiesOf(PropertyBag bag);

    private static bool Try()
    {
        try
        {
            return PropertiesOf(new EndpointParameters { [nameof(Try)] = true }).ContainsKey(nameof(Try));
        }
        catch (MissingFieldException)
        {
            return false;
        }
    }
}
