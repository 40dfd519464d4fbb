using System.Collections;
using System.Globalization;
using System.Reflection;
using Amazon.Runtime;

namespace AwsBatch.Pipeline.Tests.Requests;

/// <summary>Makes requests by the types and names of their properties; the same variant makes the same request.</summary>
internal sealed class RequestFiller(Variant variant)
{
    private const int Deepest = 3;

    private int made;

    public static object Make(Type request, Variant variant)
    {
        var filler = new RequestFiller(variant);
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
                property.SetValue(structure, value);
        }
    }

    private bool IsLeftOut(PropertyInfo property)
    {
        // One of three bodies, and what only says whether another property is set.
        if (property.Name is "FilePath" or "ContentBody" || (property.Name.StartsWith("Is", StringComparison.Ordinal) && property.Name.EndsWith("Set", StringComparison.Ordinal)))
            return true;

        return variant == Variant.Empty && !IsRequired(property);
    }

    private static bool IsRequired(PropertyInfo property) =>
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
        made++;
        if (type == typeof(string))
            return Text(name);
        if (type == typeof(bool))
            return made % 2 == 0;
        if (type == typeof(DateTime))
            return new DateTime(2026, 1 + made % 12, 3, 4, 5, 6, DateTimeKind.Utc);
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(made % Enum.GetValues(type).Length);
        if (type.IsPrimitive || type == typeof(decimal))
            return Convert.ChangeType(made % 100 + 1, type, CultureInfo.InvariantCulture);
        if (type.IsSubclassOf(typeof(ConstantClass)))
            return Constant(type);
        if (type.IsAssignableFrom(typeof(MemoryStream)))
            return new MemoryStream("bytes"u8.ToArray());
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
        return constructor?.Invoke([Text(name)]);
    }

    private object? Collection(Type type, string name, IReadOnlyList<Type> around)
    {
        if (type.GetConstructor(Type.EmptyTypes) is null)
            return null;

        var collection = Activator.CreateInstance(type)!;
        for (var index = 0; index < (variant == Variant.Nested ? 2 : 1); index++)
        {
            if (Value(type.GenericTypeArguments[^1], name, around) is not { } item)
                break;
            if (collection is IDictionary map && type.GenericTypeArguments[0] == typeof(string))
                map.Add(Text("") + index, item);
            else if (collection is IList list)
                list.Add(item);
        }

        return collection;
    }

    private object? Constant(Type type)
    {
        var values = type.GetFields(BindingFlags.Static | BindingFlags.Public).Where(field => field.FieldType == type).ToList();
        // The SDK computes no others.
        if (type.Name == "ChecksumAlgorithm")
            values = [.. values.Where(value => value.Name is "CRC32" or "CRC32C" or "SHA1" or "SHA256")];
        return values.Count == 0 ? Activator.CreateInstance(type, "constant") : values[(made + (int)variant) % values.Count].GetValue(null);
    }

    private string Text(string name)
    {
        if (IsBucket(name))
            return variant == Variant.Reserved ? "my.dotted.bucket" : "my-bucket";
        if (name == "QueueUrl")
            return "https://sqs.eu-west-1.amazonaws.com/123456789012/queue";
        if (name.EndsWith("ContentType", StringComparison.Ordinal))
            return variant == Variant.Reserved ? "text/plain;  charset=\"utf-8\"" : "text/plain";
        if (name.EndsWith("Region", StringComparison.Ordinal))
            return "us-west-2";
        // In base 64 where the SDK decodes it.
        if (name.EndsWith("ProvidedKey", StringComparison.Ordinal) || variant != Variant.Reserved)
            return $"text{made % 10_000:0000}";
        return name is "Key" or "DestinationKey" or "SourceKey"
            ? $"/a b//+ü~*'()!&=?#%2F[]@$;:,\\<\"\u4e2d\U0001F600/{made} /."
            : $" a b+ü~*'()!&=?#%2F[]@$/;:,  \\<\"\u4e2d\U0001F600{made}  ";
    }

    private static bool IsBucket(string name) =>
        name is "BucketName" or "DestinationBucket" or "SourceBucket" or "Bucket" or "TargetBucketName";
}
