using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using AwsBatch.Pipeline.Tests.Services;

namespace AwsBatch.Pipeline.Tests.Answers;

/// <summary>
/// Bodies of answers by the names of a response's properties. Wire names differ from those here and there, and what they
/// are for is the SDK's unmarshallers, which both pipelines share.
/// </summary>
internal static class ResponseBody
{
    private const int Deepest = 4;

    public static string Json(Operation operation) => Json(operation.Response, 0)!.ToJsonString();

    public static string Xml(Operation operation)
    {
        var text = new StringBuilder("<?xml version=\"1.0\"?>\n");
        Element(text, $"{operation.Response.Name}", operation.Response, 0);
        return text.ToString();
    }

    private static JsonNode? Json(Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(DateTime))
            return 1_700_000_000;
        if (type == typeof(bool))
            return true;
        if (type.IsPrimitive)
            return 42;
        if (Text(type) is { } text)
            return text;
        if (ItemOf(type) is { } item)
            return depth < Deepest && Json(item, depth + 1) is { } value ? type.IsAssignableTo(typeof(IDictionary)) ? new JsonObject { ["key"] = value } : new JsonArray(value) : null;
        if (depth >= Deepest)
            return null;

        var structure = new JsonObject();
        foreach (var property in PropertiesOf(type))
        {
            if (Json(property.PropertyType, depth + 1) is { } value)
                structure[property.Name] = value;
        }

        return structure;
    }

    private static void Element(StringBuilder text, string name, Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        text.Append('<').Append(name).Append('>');
        if (type == typeof(DateTime))
            text.Append("2026-10-10T10:10:10.000Z");
        else if (type == typeof(bool))
            text.Append("true");
        else if (type.IsPrimitive)
            text.Append("42");
        else if (Text(type) is { } leaf)
            text.Append(leaf);
        else if (ItemOf(type) is { } item && depth < Deepest)
            Items(text, item, depth);
        else if (depth < Deepest)
            Members(text, type, depth);
        text.Append("</").Append(name).Append('>');
    }

    private static void Items(StringBuilder text, Type item, int depth)
    {
        Element(text, "item", item, depth + 1);
        Element(text, "member", item, depth + 1);
    }

    // Of EC2 in camel case, and its lists as sets.
    private static void Members(StringBuilder text, Type type, int depth)
    {
        foreach (var property in PropertiesOf(type))
        {
            Element(text, property.Name, property.PropertyType, depth + 1);
            var camel = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
            Element(text, ItemOf(property.PropertyType) is null ? camel : camel.TrimEnd('s') + "Set", property.PropertyType, depth + 1);
        }
    }

    private static string? Text(Type type)
    {
        if (type == typeof(string) || type.IsSubclassOf(typeof(ConstantClass)))
            return "text";
        return type.IsAssignableTo(typeof(Stream)) ? "Ynl0ZXM=" : null;
    }

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GenericTypeArguments[^1] : null;

    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) => type
        .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        .Where(property => property.GetIndexParameters().Length == 0 && property.SetMethod is { IsPublic: true } && !property.PropertyType.IsAbstract);
}
