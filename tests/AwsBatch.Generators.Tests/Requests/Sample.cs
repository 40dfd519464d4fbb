using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Amazon.Runtime;

namespace AwsBatch.Generators.Tests.Requests;

/// <summary>Requests with every property set, by its type; equal seeds give equal requests.</summary>
internal sealed class Sample(int seed)
{
    // AttributeValue holds itself. What lies deeper is tested as a type of its own.
    private const int Deepest = 2;

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PropertyInfo>> Properties = new();

    private readonly Random random = new(seed);

    public object Of(Type type) => Of(type, depth: 0)!;

    /// <summary>The properties that make up an object: what says only whether another is set does not.</summary>
    public static IReadOnlyList<PropertyInfo> PropertiesOf(Type type) => Properties.GetOrAdd(type, Read);

    /// <summary>Another value than the one given.</summary>
    public object? Other(Type type, object? value)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var other = Of(type, depth: 0);
            if (!Equals(other, value) && !(other is ConstantClass constant && constant.Value == (value as ConstantClass)?.Value))
                return other;
        }

        throw new InvalidOperationException($"{type} has one value only.");
    }

    private static IReadOnlyList<PropertyInfo> Read(Type type)
    {
        var settable = type.GetProperties()
            .Where(property => property is { CanRead: true, SetMethod.IsPublic: true } && property.GetIndexParameters().Length == 0)
            .ToList();
        var whetherSet = settable.Select(property => $"Is{property.Name}Set").ToHashSet();
        return [.. settable.Where(property => !whetherSet.Contains(property.Name))];
    }

    private object? Of(Type type, int depth)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (value == typeof(string))
            return $"text{random.Next(10_000_000, 100_000_000)}"; // base 64 too, where the SDK asks for it
        if (value == typeof(bool))
            return random.Next(2) == 0;
        if (value == typeof(DateTime))
            return new DateTime(random.NextInt64(DateTime.MaxValue.Ticks), DateTimeKind.Utc);
        if (value.IsPrimitive)
            return Convert.ChangeType(random.Next(1, 10_000), value, System.Globalization.CultureInfo.InvariantCulture);
        if (value.IsAssignableTo(typeof(ConstantClass)))
            return Activator.CreateInstance(value, $"constant{random.Next()}");
        if (value == typeof(MemoryStream))
            return Bytes();
        if (value.IsGenericType && value.GetGenericTypeDefinition() == typeof(List<>))
            return List(value, depth);
        if (value.IsGenericType && value.GetGenericTypeDefinition() == typeof(Dictionary<,>))
            return Map(value, depth);
        return value is { IsClass: true, IsAbstract: false } && depth < Deepest ? Object(value, depth + 1) : null;
    }

    // With a visible buffer, so that reading it allocates nothing.
    private MemoryStream Bytes()
    {
        var stream = new MemoryStream();
        stream.Write(BitConverter.GetBytes(random.NextInt64()));
        return stream;
    }

    private IList List(Type type, int depth)
    {
        var list = (IList)Activator.CreateInstance(type)!;
        for (var index = 0; index < 2; index++)
        {
            if (Of(type.GetGenericArguments()[0], depth) is { } item)
                list.Add(item);
        }

        return list;
    }

    private IDictionary Map(Type type, int depth)
    {
        var map = (IDictionary)Activator.CreateInstance(type)!;
        for (var index = 0; index < 2; index++)
        {
            if (Of(type.GetGenericArguments()[1], depth) is { } item)
                map.Add($"key{random.Next()}", item);
        }

        return map;
    }

    private object? Object(Type type, int depth)
    {
        if (type.GetConstructor([]) is not { } constructor)
            return null;

        var value = constructor.Invoke([]);
        foreach (var property in PropertiesOf(type))
        {
            if (Of(property.PropertyType, depth) is { } part)
                property.SetValue(value, part);
        }

        return value;
    }
}
