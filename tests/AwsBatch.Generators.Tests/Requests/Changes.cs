using System.Collections;
using Amazon.Runtime;

namespace AwsBatch.Generators.Tests.Requests;

/// <summary>Changes an object in every place in turn, those inside it as well; each change is undone before the next.</summary>
internal sealed class Changes(Sample others)
{
    /// <summary>Yields while a change stands, with the place.</summary>
    public IEnumerable<string> In(object value) => value switch
    {
        IDictionary map => InMap(map),
        IList list => InList(list),
        _ => InObject(value),
    };

    private IEnumerable<string> InObject(object value)
    {
        foreach (var property in Sample.PropertiesOf(value.GetType()))
        {
            var before = property.GetValue(value);
            if (before is null)
                continue;

            foreach (var after in Instead(property.PropertyType, before))
            {
                property.SetValue(value, after);
                yield return $"{property.Name} = {after ?? "null"}";
                property.SetValue(value, before);
            }

            if (HasParts(before))
            {
                foreach (var place in In(before))
                    yield return $"{property.Name}.{place}";
            }
        }
    }

    private IEnumerable<string> InList(IList list)
    {
        if (list.Count < 2)
            yield break;

        if (!HasParts(list[0]!))
        {
            (list[0], list[1]) = (list[1], list[0]);
            yield return "[order]";
            (list[0], list[1]) = (list[1], list[0]);
        }

        var last = list[1];
        list.RemoveAt(1);
        yield return "[less]";
        list.Add(last);
        foreach (var place in InItem(list[1]!, item => list[1] = item))
            yield return $"[1]{place}";
    }

    private IEnumerable<string> InMap(IDictionary map)
    {
        if (map.Count == 0)
            yield break;

        var key = map.Keys.Cast<string>().First();
        var value = map[key]!;
        map.Remove(key);
        yield return "[less]";
        map.Add(key.ToUpperInvariant(), value);
        yield return "[key]";
        map.Remove(key.ToUpperInvariant());
        map.Add(key, value);
        foreach (var place in InItem(value, item => map[key] = item))
            yield return $"[{key}]{place}";
    }

    private IEnumerable<string> InItem(object item, Action<object?> set)
    {
        if (HasParts(item))
        {
            foreach (var place in In(item))
                yield return $".{place}";
            yield break;
        }

        set(others.Other(item.GetType(), item));
        yield return "";
        set(item);
    }

    // Null and empty are as different as any two values.
    private IEnumerable<object?> Instead(Type type, object before)
    {
        if (!type.IsValueType || Nullable.GetUnderlyingType(type) is not null)
            yield return null;
        if (before is ICollection { Count: > 0 })
            yield return Activator.CreateInstance(type);
        else if (!HasParts(before))
            yield return others.Other(type, before);
    }

    private static bool HasParts(object value) =>
        value is not (string or ConstantClass or MemoryStream) && !value.GetType().IsValueType;
}
