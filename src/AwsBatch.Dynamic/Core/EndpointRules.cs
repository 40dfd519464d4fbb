using System.Collections;
using System.Reflection;
using AwsBatch.Dynamic.Catalog;
using AwsBatch.Dynamic.Shapes;
using AwsBatch.Dynamic.Shapes.Members;
using AwsBatch.Generators.Services;

namespace AwsBatch.Dynamic.Core;

/// <summary>On what the endpoints of a service depend, chosen by the generator's rule.</summary>
internal sealed class EndpointRules
{
    private readonly PropertyInfo[]? parameters;

    private EndpointRules(PropertyInfo[]? parameters) => this.parameters = parameters;

    /// <summary>Whether a lean pipeline can know the endpoints.</summary>
    public bool AreKnown => parameters is not null && Array.TrueForAll(parameters, static parameter =>
        EndpointNames.IsKnown(parameter.Name, (Nullable.GetUnderlyingType(parameter.PropertyType) ?? parameter.PropertyType) == typeof(bool)));

    public static EndpointRules Of(Type sdkInterface)
    {
        // Named as the interface: Amazon.SecurityToken.IAmazonSecurityTokenService has SecurityTokenServiceEndpointParameters.
        var name = sdkInterface.Name.StartsWith(ServiceInterface.Prefix, StringComparison.Ordinal)
            ? sdkInterface.Name[ServiceInterface.Prefix.Length..]
            : sdkInterface.Name;
        var type = sdkInterface.Assembly.GetType($"{sdkInterface.Namespace}.Endpoints.{name}EndpointParameters");
        return new EndpointRules(type?.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly));
    }

    /// <summary>What of a request its endpoint depends on, such as its bucket; null if nothing.</summary>
    public Func<object, string?>? ParameterOf(Type request)
    {
        if (parameters?.Any(static parameter => EndpointNames.DependsOnRequest(parameter.Name)) != true)
            return null;

        var properties = SdkType.Properties(request);
        if (properties.FirstOrDefault(static property => property.Name == EndpointNames.Tables) is { } items)
        {
            var tables = PropertyAccess.Of(items);
            return owner => (tables.Get(owner) as IDictionary)?.Keys.Cast<string>().FirstOrDefault();
        }

        var texts = properties.Where(static property => property.PropertyType == typeof(string)).ToDictionary(static property => property.Name);
        if (EndpointNames.Find(texts.Keys) is not { } name)
            return null;
        var text = PropertyAccess.Of(texts[name]);
        return owner => (string?)text.Get(owner);
    }
}
