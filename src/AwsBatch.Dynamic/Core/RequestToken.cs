using System.Reflection;
using AwsBatch.Dynamic.Shapes;
using AwsBatch.Dynamic.Shapes.Members;
using AwsBatch.Generators.Services;

namespace AwsBatch.Dynamic.Core;

/// <summary>The idempotency token that the SDK would make up anew for every attempt, set once; chosen by the generator's rule.</summary>
internal sealed class RequestToken
{
    private readonly Type type;
    private readonly PropertyAccess token;
    private readonly Lazy<PropertyAccess[]> others;

    private RequestToken(Type type, PropertyInfo token, IEnumerable<PropertyInfo> others)
    {
        this.type = type;
        this.token = PropertyAccess.Of(token);
        this.others = new Lazy<PropertyAccess[]>(() => [.. others.Select(PropertyAccess.Of)]);
    }

    /// <summary>Null if the operation has none.</summary>
    public static RequestToken? Find(AwsOperation operation)
    {
        var settable = SdkType.SettableProperties(operation.RequestType)
            .Where(static property => property.GetCustomAttribute<ObsoleteAttribute>()?.IsError != true)
            .OrderBy(static property => property.Name, StringComparer.Ordinal)
            .ToList();
        var texts = settable.Where(static property => property.PropertyType == typeof(string)).Select(static property => property.Name).ToList();
        return IdempotencyTokens.Find(operation.Service.Name, operation.Name, texts) is { } name
            ? new RequestToken(
                operation.RequestType,
                settable.First(property => property.Name == name),
                settable.Where(property => property.Name != name))
            : null;
    }

    /// <summary>A copy of a request with a token; the request itself if it has one.</summary>
    public object With(object request, string value)
    {
        if (token.Get(request) is not null)
            return request;
        var copy = Activator.CreateInstance(type)!;
        foreach (var property in others.Value)
        {
            if (property.Get(request) is { } set)
                property.Set(copy, set);
        }

        token.Set(copy, value);
        return copy;
    }
}
