using System.Reflection;
using AwsBatch.CompilerServices;
using AwsBatch.Dynamic.Shapes;
using AwsBatch.Dynamic.Shapes.Members;
using AwsBatch.Generators.Services;

namespace AwsBatch.Dynamic.Core;

/// <summary>The few parameters an error shows of a request, chosen by the generator's rule: identifiers, never a secret.</summary>
internal sealed class RequestDescription
{
    private readonly (string Name, PropertyAccess Property)[] parameters;

    private RequestDescription((string, PropertyAccess)[] parameters) => this.parameters = parameters;

    public static RequestDescription Of(AwsOperation operation, bool isS3) => new(
    [
        .. SdkType.Properties(operation.RequestType)
            .Where(property => KeyParameterNames.IsShowable(property.Name, isS3) && IsStringOrStrings(property.PropertyType) && !SdkType.IsSensitive(property)
                && property.GetCustomAttribute<ObsoleteAttribute>() is null)
            .OrderByDescending(property => isS3 && KeyParameterNames.IsS3Key(property.Name))
            .ThenByDescending(SdkType.IsRequired)
            .ThenByDescending(property => KeyParameterNames.IsResourceOf(operation.Name, property.Name))
            .ThenBy(property => property.Name, StringComparer.Ordinal)
            .Take(KeyParameterNames.Most)
            .Select(property => (KeyParameterNames.ApiName(property.Name, isS3), PropertyAccess.Of(property))),
    ]);

    public void Describe(object request, KeyParameters description)
    {
        foreach (var (name, property) in parameters)
        {
            switch (property.Get(request))
            {
                case string text:
                    description.Add(name, text);
                    break;
                case List<string> texts:
                    description.Add(name, texts);
                    break;
            }
        }
    }

    private static bool IsStringOrStrings(Type type) => type == typeof(string) || type == typeof(List<string>);
}
