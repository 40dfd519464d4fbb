using System.Collections;
using AwsBatch.Dynamic.Shapes.Members;

namespace AwsBatch.Dynamic.Shapes.Filters;

/// <summary>The predicate that holds where all of several do: a class with a list of them.</summary>
internal sealed class ConjunctionKind
{
    private readonly Type type;
    private readonly Type listType;
    private readonly PropertyAccess operands;

    private ConjunctionKind(Type type, Type listType, PropertyAccess operands)
    {
        this.type = type;
        this.listType = listType;
        this.operands = operands;
    }

    public static ConjunctionKind? Find(Type type, Type predicate)
    {
        var listType = typeof(List<>).MakeGenericType(predicate);
        return SdkType.Properties(type).FirstOrDefault(property => property.PropertyType == listType) is { } property
            ? new ConjunctionKind(type, listType, PropertyAccess.Of(property))
            : null;
    }

    public object Make(IReadOnlyList<object> predicates)
    {
        var list = (IList)Activator.CreateInstance(listType)!;
        foreach (var predicate in predicates)
            list.Add(predicate);
        if (type.GetConstructor(Type.EmptyTypes) is null)
            return Activator.CreateInstance(type, list)!;
        var conjunction = Activator.CreateInstance(type)!;
        operands.Set(conjunction, list);
        return conjunction;
    }

    /// <summary>What a predicate joins; null if it joins nothing.</summary>
    public IReadOnlyList<object>? OperandsOf(object predicate) =>
        type.IsInstanceOfType(predicate) ? [.. ((IEnumerable)operands.Get(predicate)!).Cast<object>()] : null;
}
