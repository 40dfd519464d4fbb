using System.Collections;
using AwsBatch.Dynamic.Names;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes.Members;

/// <summary>The way from a structure to a value the SDK keeps deeper than the API: through properties and elements of lists.</summary>
internal sealed class PropertyPath
{
    private readonly Step[] steps;

    private PropertyPath(string text, Step[] steps)
    {
        Text = text;
        this.steps = steps;
    }

    /// <summary>As the table writes it.</summary>
    public string Text { get; }

    /// <summary>The SDK's type of the value.</summary>
    public Type Type => steps[^1].Type;

    public bool CanWrite => steps[^1].Property.CanWrite;

    /// <summary>Whether the value is put into a list, and so is not to be found again.</summary>
    public bool IsInList => Array.Exists(steps, static step => step.IsElement);

    /// <summary>The path a table names; null if the type has no such properties.</summary>
    public static PropertyPath? Find(Type type, string path)
    {
        var steps = new List<Step>();
        foreach (var name in path.Split('.'))
        {
            var isElement = name.EndsWith(RenamedMember.Element, StringComparison.Ordinal);
            if (SdkType.FindProperty(type, isElement ? name[..^RenamedMember.Element.Length] : name) is not { } property)
                return null;
            steps.Add(new Step(PropertyAccess.Of(property), isElement));
            type = steps[^1].Type;
        }

        return new PropertyPath(path, [.. steps]);
    }

    /// <summary>The value; null where it or a part of the way is.</summary>
    public object? Get(object owner)
    {
        object? value = owner;
        foreach (var step in steps)
        {
            if (value is null)
                return null;
            value = step.Property.Get(value);
        }

        return value;
    }

    /// <summary>Sets the value and makes what is missing on the way.</summary>
    public void Set(object owner, object? value, ReadContext context)
    {
        for (var i = 0; i < steps.Length - 1; i++)
            owner = steps[i].GetOrMake(owner, context);
        steps[^1].Set(owner, value, context);
    }

    private sealed class Step(PropertyAccess property, bool isElement)
    {
        private readonly Lazy<Func<object>> make = new(() => Instances.Of(property.Type));
        private readonly Lazy<Func<object>>? makeElement = isElement
            ? new Lazy<Func<object>>(() => Instances.Of(property.Type.GenericTypeArguments[0]))
            : null;

        public PropertyAccess Property => property;

        public bool IsElement => isElement;

        public Type Type => isElement ? property.Type.GenericTypeArguments[0] : property.Type;

        public object GetOrMake(object owner, ReadContext context)
        {
            var value = property.Get(owner) ?? make.Value();
            // Some getters make a new one each time they find none.
            if (property.CanWrite)
                property.Set(owner, value);
            return isElement ? context.ElementOf((IList)value, makeElement!.Value) : value;
        }

        public void Set(object owner, object? value, ReadContext context)
        {
            if (!isElement)
                property.Set(owner, value);
            else if (property.Get(owner) is IList list)
                list.Add(value);
            else
                property.Set(owner, ListOf(value));
        }

        private IList ListOf(object? value)
        {
            var list = (IList)make.Value();
            list.Add(value);
            return list;
        }
    }
}
