using System.Collections;

namespace AwsBatch.Dynamic.Shapes.Members;

/// <summary>The way from a structure to a value the SDK keeps deeper than the API: through properties and first elements of lists.</summary>
internal sealed class PropertyPath
{
    private const string First = "[0]";

    private readonly Step[] steps;

    private PropertyPath(Step[] steps) => this.steps = steps;

    /// <summary>The SDK's type of the value.</summary>
    public Type Type => steps[^1].Type;

    public bool CanWrite => steps[^1].Property.CanWrite;

    /// <summary>The path a table names; null if the type has no such properties.</summary>
    public static PropertyPath? Find(Type type, string path)
    {
        var steps = new List<Step>();
        foreach (var name in path.Split('.'))
        {
            var isFirst = name.EndsWith(First, StringComparison.Ordinal);
            if (SdkType.FindProperty(type, isFirst ? name[..^First.Length] : name) is not { } property)
                return null;
            steps.Add(new Step(PropertyAccess.Of(property), isFirst));
            type = steps[^1].Type;
        }

        return new PropertyPath([.. steps]);
    }

    /// <summary>The value; null where it or a part of the way is.</summary>
    public object? Get(object owner)
    {
        object? value = owner;
        foreach (var step in steps)
        {
            if (value is null)
                return null;
            value = step.Get(value);
        }

        return value;
    }

    /// <summary>Sets the value and makes what is missing on the way.</summary>
    public void Set(object owner, object value)
    {
        for (var i = 0; i < steps.Length - 1; i++)
            owner = steps[i].GetOrMake(owner);
        steps[^1].Set(owner, value);
    }

    private sealed class Step(PropertyAccess property, bool isFirst)
    {
        private readonly Lazy<Func<object>> make = new(() => Instances.Of(property.Type));
        private readonly Lazy<Func<object>>? makeElement = isFirst
            ? new Lazy<Func<object>>(() => Instances.Of(property.Type.GenericTypeArguments[0]))
            : null;

        public PropertyAccess Property => property;

        public Type Type => isFirst ? property.Type.GenericTypeArguments[0] : property.Type;

        public object? Get(object owner)
        {
            var value = property.Get(owner);
            return isFirst ? value is IList { Count: > 0 } list ? list[0] : null : value;
        }

        public object GetOrMake(object owner)
        {
            if (Get(owner) is { } known)
                return known;
            var made = (isFirst ? makeElement!.Value : make.Value)();
            Set(owner, made);
            return made;
        }

        public void Set(object owner, object value)
        {
            if (!isFirst)
            {
                property.Set(owner, value);
                return;
            }

            if (property.Get(owner) is not IList list)
                property.Set(owner, list = (IList)make.Value());
            if (list.Count == 0)
                list.Add(value);
            else
                list[0] = value;
        }
    }
}
