namespace AwsBatch.Generators.Model;

/// <summary>The compared types of one namespace of the SDK.</summary>
/// <param name="Namespace">Without <c>global::</c>.</param>
/// <param name="Types">Sorted by name.</param>
internal sealed record IdentityGroup(string Namespace, EquatableArray<ComparedType> Types)
{
    /// <summary>The types that the operations of an interface need.</summary>
    public static EquatableArray<ComparedType> TypesOf(BatchInterface model) => model.UsedOperations()
        .Select(operation => operation.Identity)
        .OfType<RequestIdentity>()
        .SelectMany(identity => identity.Types)
        .Distinct()
        .ToEquatableArray();

    /// <summary>What several interfaces need, each type once.</summary>
    public static IEnumerable<IdentityGroup> Of(IEnumerable<EquatableArray<ComparedType>> found) => found
        .SelectMany(types => types)
        .Distinct()
        .GroupBy(type => type.Namespace, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new IdentityGroup(group.Key, group.OrderBy(type => type.Name, StringComparer.Ordinal).ToEquatableArray()));
}
