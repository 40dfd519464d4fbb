namespace AwsBatch.Tests.Deduplication;

/// <summary>A request as the SDK makes them: mutable, with collections that may be null.</summary>
public sealed class Listing(string bucket)
{
    public string Bucket { get; set; } = bucket;

    public List<string>? Fields { get; set; }

    public bool RequesterPays { get; set; }

    public Listing Copy() => new(Bucket) { Fields = Fields is null ? null : [.. Fields], RequesterPays = RequesterPays };
}

/// <summary>Identity as it is generated for a request type.</summary>
/// <param name="hash">Another hash, such as a constant one.</param>
public sealed class ListingIdentity(Func<Listing, int>? hash = null) : IEqualityComparer<Listing>
{
    public bool Equals(Listing? x, Listing? y) =>
        ReferenceEquals(x, y)
        || (x is not null
            && y is not null
            && x.Bucket == y.Bucket
            && x.RequesterPays == y.RequesterPays
            && (x.Fields is null ? y.Fields is null : y.Fields is not null && x.Fields.SequenceEqual(y.Fields)));

    public int GetHashCode(Listing request) =>
        hash?.Invoke(request) ?? HashCode.Combine(request.Bucket, request.RequesterPays, request.Fields?.Count ?? -1);
}
