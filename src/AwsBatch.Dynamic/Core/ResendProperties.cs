using System.Reflection;
using AwsBatch.CompilerServices;
using AwsBatch.Dynamic.Shapes;
using AwsBatch.Dynamic.Shapes.Members;
using AwsBatch.Generators.Services;

namespace AwsBatch.Dynamic.Core;

/// <summary>What decides whether a request can be sent a second time, chosen by the generator's rule: its body, and conditions.</summary>
internal static class ResendProperties
{
    /// <summary>The request's body; null if it has none, or only bytes that the SDK copies.</summary>
    public static RequestBody<TRequest>? Body<TRequest>()
        where TRequest : class
    {
        var property = SdkType.SettableProperties(typeof(TRequest)).FirstOrDefault(static property =>
            property.PropertyType.Namespace == "System.IO" && ResendNames.IsBody(property.Name, property.PropertyType.Name));
        if (property is null)
            return null;
        var body = PropertyAccess.Of(property);
        return new(request => (Stream?)body.Get(request), body.Type == typeof(Stream) ? body.Set : null);
    }

    /// <summary>Whether a request asks for a state that its own success ends; null if none does.</summary>
    public static Func<object, bool>? Conditions(Type request)
    {
        PropertyAccess[] conditions =
        [
            .. SdkType.SettableProperties(request)
                .Where(static property => ResendNames.IsCondition(property.Name) && MayBeNull(property.PropertyType))
                .Select(PropertyAccess.Of),
        ];
        return conditions.Length == 0 ? null : owner => Array.Exists(conditions, condition => condition.Get(owner) is not null);
    }

    private static bool MayBeNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
}
