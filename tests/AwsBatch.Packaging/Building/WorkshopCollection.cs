namespace AwsBatch.Packaging.Building;

/// <summary>The tests that share the workshop; one after the other, for they build the same projects.</summary>
[CollectionDefinition(Name)]
public sealed class WorkshopCollection : ICollectionFixture<Workshop>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "workshop";
}
