using System.Collections;
using System.Reflection;
using Amazon.Runtime;

namespace AwsBatch.Pipeline.Tests.Requests;

/// <summary>Makes requests by the types and names of their properties; the same values make the same request.</summary>
internal sealed class RequestFiller(IValues values)
{
    private const int Deepest = 3;

    public static object Make(Type request, Variant variant) => Make(request, new VariantValues(variant));

    public static object Make(Type request, IValues values)
    {
        var filler = new RequestFiller(values);
        var value = Activator.CreateInstance(request)!;
        filler.Fill(value, []);
        return value;
    }

    private void Fill(object structure, IReadOnlyList<Type> around)
    {
        foreach (var property in structure.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (property.GetIndexParameters().Length > 0 || IsLeftOut(property))
                continue;

            if (property.SetMethod is not { IsPublic: true })
                FillMade(property.GetValue(structure));
            else if (Value(property.PropertyType, property.Name, around) is { } value)
                Set(property, structure, value);
        }
    }

    // Some check what they are set to.
    private static void Set(PropertyInfo property, object structure, object value)
    {
        try
        {
            property.SetValue(structure, value);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is ArgumentException)
        {
        }
    }

    // Two of three bodies, and what only says whether another property is set.
    private bool IsLeftOut(PropertyInfo property) =>
        property.Name is "FilePath" or "ContentBody"
        || (property.Name.StartsWith("Is", StringComparison.Ordinal) && property.Name.EndsWith("Set", StringComparison.Ordinal))
        || values.Leaves(property);

    /// <summary>Whether the service asks for it, or its path does.</summary>
    public static bool IsRequired(PropertyInfo property) =>
        IsBucket(property.Name) || property.Name is "Key" or "DestinationKey" or "SourceKey" or "UploadId" or "SourceRegion" or "FunctionName"
        || property.GetCustomAttributes().Any(attribute => attribute.GetType().Name == "AWSPropertyAttribute"
            && attribute.GetType().GetProperty("Required")?.GetValue(attribute) is true);

    // S3's headers and metadata.
    private static void FillMade(object? made)
    {
        if (made?.GetType() is { Name: "MetadataCollection" } type)
            type.GetMethod("Add", [typeof(string), typeof(string)])?.Invoke(made, ["x-amz-meta-one_two", "some  value "]);
    }

    private object? Value(Type type, string name, IReadOnlyList<Type> around)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        values.Next();
        if (type == typeof(string))
            return values.Text(name);
        if (type == typeof(bool))
            return values.Flag();
        if (type == typeof(DateTime))
            return values.Time();
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(values.Choose(Enum.GetValues(type).Length));
        if (type.IsPrimitive || type == typeof(decimal))
            return values.Number(type);
        if (type.IsSubclassOf(typeof(ConstantClass)))
            return Constant(type);
        if (type.IsAssignableFrom(typeof(MemoryStream)))
            return values.Bytes();
        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
            return Collection(type, name, around);
        if (type.IsAbstract)
            return Subclass(type, name, around);
        if (around.Contains(type) || around.Count >= Deepest || type.GetConstructor(Type.EmptyTypes) is null)
            return null;

        var structure = Activator.CreateInstance(type)!;
        Fill(structure, [.. around, type]);
        return structure;
    }

    // S3's predicates take what they compare with.
    private object? Subclass(Type type, string name, IReadOnlyList<Type> around)
    {
        var constructor = type.Assembly.GetTypes()
            .Where(candidate => candidate is { IsPublic: true, IsAbstract: false } && candidate.IsSubclassOf(type))
            .SelectMany(candidate => candidate.GetConstructors())
            .FirstOrDefault(candidate => candidate.GetParameters() is [var only] && only.ParameterType == typeof(string));
        return constructor?.Invoke([values.Text(name)]);
    }

    private object? Collection(Type type, string name, IReadOnlyList<Type> around)
    {
        if (type.GetConstructor(Type.EmptyTypes) is null)
            return null;

        var collection = Activator.CreateInstance(type)!;
        for (var (index, count) = (0, values.Count()); index < count; index++)
        {
            if (Value(type.GenericTypeArguments[^1], name, around) is not { } item)
                break;
            if (collection is IDictionary map && type.GenericTypeArguments[0] == typeof(string))
                map.Add(values.Text("") + index, item);
            else if (collection is IList list)
                list.Add(item);
        }

        return collection;
    }

    private ConstantClass? Constant(Type type)
    {
        var known = type.GetFields(BindingFlags.Static | BindingFlags.Public)
            .Where(field => field.FieldType == type)
            // The SDK computes no others.
            .Where(field => type.Name != "ChecksumAlgorithm" || field.Name is "CRC32" or "CRC32C" or "SHA1" or "SHA256")
            .Select(field => (ConstantClass)field.GetValue(null)!);
        return values.Constant(type, [.. known]);
    }

    public static bool IsBucket(string name) =>
        name is "BucketName" or "DestinationBucket" or "SourceBucket" or "Bucket" or "TargetBucketName";
}
