using System.Reflection;
using Amazon.Runtime;
using AwsBatch.Generators.Services;

namespace AwsBatch.Dynamic.Shapes;

/// <summary>What of an SDK package JSON may reach: the public properties of its model, and nothing behind them.</summary>
internal static class SdkType
{
    /// <summary>What every package's name begins with.</summary>
    public const string PackagePrefix = "AWSSDK.";

    private static readonly Type[] SendingTypes = [typeof(AmazonWebServiceRequest), typeof(AmazonWebServiceResponse)];

    /// <summary>
    /// Whether a type is a structure of a service's model. Types of the SDK's core, of the platform or of the app are not,
    /// wherever they appear.
    /// </summary>
    public static bool IsModel(Type type) =>
        type is { IsClass: true, IsPublic: true, IsGenericType: false } && IsOfService(type);

    /// <summary>Whether a type is one of an SDK package of a service.</summary>
    public static bool IsOfService(Type type) =>
        type.Namespace?.StartsWith("Amazon.", StringComparison.Ordinal) == true
        && type.Assembly.GetName().Name is { } assembly
        && assembly.StartsWith(PackagePrefix, StringComparison.Ordinal)
        && type.Assembly != typeof(AmazonWebServiceRequest).Assembly;

    /// <summary>What follows <c>AWSSDK.</c> in a package's name.</summary>
    public static string PackageSuffix(Assembly package) => package.GetName().Name![PackagePrefix.Length..];

    /// <summary>Whether a type is one of S3's package, which is not made as the others are.</summary>
    public static bool IsOfS3(Type type) => PackageSuffix(type.Assembly) == RenamedInS3.Suffix;

    /// <summary>A model's own properties, of which <c>IsXSet</c> only says and sets whether X has a value.</summary>
    public static IReadOnlyList<PropertyInfo> Properties(Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0
                && property.GetMethod is { IsPublic: true }
                && property.DeclaringType!.Assembly != typeof(AmazonWebServiceRequest).Assembly)
            .ToList();
        var flags = properties.Select(property => $"Is{property.Name}Set").ToHashSet(StringComparer.Ordinal);
        return properties.FindAll(property => !flags.Contains(property.Name));
    }

    /// <summary>Those of a model's own properties that anybody may set.</summary>
    public static IEnumerable<PropertyInfo> SettableProperties(Type type) =>
        Properties(type).Where(static property => property.SetMethod is { IsPublic: true });

    /// <summary>A property by its name; those of the SDK's base classes too, which only a table may name.</summary>
    public static PropertyInfo? FindProperty(Type type, string name) =>
        IsModel(type) && type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance) is { GetMethod.IsPublic: true } property
            ? property
            : null;

    /// <summary>A type's name and those of its bases in the model.</summary>
    public static IEnumerable<string> Names(Type type)
    {
        for (var part = type; part is not null && part != typeof(object) && !SendingTypes.Contains(part); part = part.BaseType)
            yield return part.Name;
    }

    /// <summary>Whether the SDK's generator marked a property as required.</summary>
    public static bool IsRequired(PropertyInfo property) => HasFlag(property, "Required");

    /// <summary>Whether the SDK's generator marked a property's value as a secret.</summary>
    public static bool IsSensitive(PropertyInfo property) => HasFlag(property, "Sensitive");

    private static bool HasFlag(PropertyInfo property, string flag) => property.GetCustomAttributesData().Any(attribute =>
        attribute.AttributeType.Name == "AWSPropertyAttribute"
        && attribute.NamedArguments.Any(argument => argument.MemberName == flag && argument.TypedValue.Value is true));
}
