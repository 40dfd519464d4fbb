namespace AwsBatch.Specification.OnTheWire.Support;

internal static class WireAssert
{
    /// <summary>What the endpoint counted is what the items say.</summary>
    public static void CountsAgree(World world, string operation, IReadOnlyList<BatchItem> items) =>
        Assert.Equal(items.Sum(item => (long)item.Attempts), world.Endpoint.Wire[operation].Requests);

    public static void Succeeded(IEnumerable<BatchItem> items) =>
        Assert.Empty(items.Where(item => !item.IsSuccess).Select(item => item.Error!.ToString()));
}
