using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using AwsBatch.Dynamic.Names;
using AwsBatch.Dynamic.Shapes.Filters;

namespace AwsBatch.Dynamic.Shapes;

/// <summary>The shapes of one SDK package's types, each made once.</summary>
internal sealed class PackageShapes
{
    private static readonly ConditionalWeakTable<Assembly, PackageShapes> Packages = new();

    // Its API writes a list as its elements: the AWS CLI sends nothing of an empty one, the SDK a name that has no value.
    private const string WithoutEmptyLists = "EC2";

    private readonly ConcurrentDictionary<Type, Shape?> shapes = new();
    private readonly MemberReader members;
    private readonly bool hasNoEmptyLists;

    private PackageShapes(Assembly package)
    {
        var suffix = SdkType.PackageSuffix(package);
        members = new MemberReader(RenamedMembers.Of(suffix), this);
        hasNoEmptyLists = suffix == WithoutEmptyLists;
    }

    public static PackageShapes Of(Assembly package) => Packages.GetValue(package, static package => new PackageShapes(package));

    /// <summary>The shape of a type; null if JSON has no business with it.</summary>
    public Shape? Find(Type type) => shapes.TryGetValue(type, out var shape) ? shape : shapes.GetOrAdd(type, Make(type));

    /// <summary>The shape of a request or response.</summary>
    public StructureShape Structure(Type type) => (StructureShape)Find(type)!;

    private Shape? Make(Type type)
    {
        if (Scalars.Find(type) is { } scalar)
            return scalar;
        if (type == typeof(MemoryStream))
            return new BlobShape();
        if (type == typeof(Stream))
            return new StreamShape();
        if (type is { IsEnum: true, IsPublic: true } && SdkType.IsOfService(type))
            return Make(typeof(EnumShape<>), type);
        if (type.IsGenericType)
            return MakeCollection(type);
        if (!SdkType.IsModel(type) && !IsConstant(type))
            return null;
        return IsConstant(type) ? Make(typeof(ConstantShape<>), type) : MakeStructure(type);
    }

    private Shape? MakeCollection(Type type)
    {
        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(List<>))
            return Find(type.GenericTypeArguments[0]) is { } element ? Make(typeof(ListShape<>), type.GenericTypeArguments[0], element, hasNoEmptyLists) : null;
        if (definition == typeof(Dictionary<,>) && type.GenericTypeArguments[0] == typeof(string))
            return Find(type.GenericTypeArguments[1]) is { } element ? Make(typeof(MapShape<>), type.GenericTypeArguments[1], element) : null;
        return null;
    }

    private Shape? MakeStructure(Type type)
    {
        if (FilterShape.Find(type, this) is { } filter)
            return filter.IsWhole ? filter : new SplitFilterShape(new StructureShape(type, members.Read), filter);
        if (StringMadeShape.Find(type) is { } made)
            return made;
        if (type.IsAbstract || type.GetConstructor(Type.EmptyTypes) is null)
            return null;
        return FindStringCollection(type) ?? new StructureShape(type, members.Read);
    }

    private static Shape? FindStringCollection(Type type)
    {
        const BindingFlags instance = BindingFlags.Public | BindingFlags.Instance;
        var indexer = type.GetProperties(instance).FirstOrDefault(static property =>
            property.PropertyType == typeof(string)
            && property is { CanRead: true, CanWrite: true }
            && property.GetIndexParameters() is [var key] && key.ParameterType == typeof(string));
        var keys = type.GetProperty("Keys", instance);
        var others = SdkType.Properties(type).Count(static property => property.CanWrite);
        return indexer is not null && keys?.PropertyType == typeof(ICollection<string>) && others == 0
            ? Make(typeof(StringCollectionShape<>), type, keys, indexer)
            : null;
    }

    private static bool IsConstant(Type type) => type.IsSubclassOf(typeof(ConstantClass)) && type is { IsPublic: true, IsAbstract: false };

    private static Shape Make(Type definition, Type argument, params object[] dependencies) =>
        (Shape)Activator.CreateInstance(definition.MakeGenericType(argument), dependencies)!;
}
