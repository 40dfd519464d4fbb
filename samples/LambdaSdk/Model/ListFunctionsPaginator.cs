using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>Follows <see cref="ListFunctionsResponse.NextMarker"/> to the last page.</summary>
internal sealed class ListFunctionsPaginator(IAmazonLambda client, ListFunctionsRequest request)
    : IPaginator<ListFunctionsResponse>, IListFunctionsPaginator
{
    private int started;

    public IPaginatedEnumerable<ListFunctionsResponse> Responses => new PaginatedResponse<ListFunctionsResponse>(this);

    public IPaginatedEnumerable<FunctionConfiguration> Functions =>
        new PaginatedResultKeyResponse<ListFunctionsResponse, FunctionConfiguration>(this, static page => page.Functions ?? []);

    // Unlike the SDK's generated paginators this one walks a copy, so the caller's request keeps its marker.
    async IAsyncEnumerable<ListFunctionsResponse> IPaginator<ListFunctionsResponse>.PaginateAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref started, 1) != 0)
            throw new InvalidOperationException("This paginator was enumerated before; ask the factory for a new one.");

        var marker = request.Marker;
        do
        {
            var page = await client.ListFunctionsAsync(PageAt(marker), cancellationToken).ConfigureAwait(false);
            marker = page.NextMarker;
            yield return page;
        }
        while (!string.IsNullOrEmpty(marker));
    }

    private ListFunctionsRequest PageAt(string marker) => new()
    {
        FunctionVersion = request.FunctionVersion,
        Marker = marker,
        MasterRegion = request.MasterRegion,
        MaxItems = request.MaxItems,
    };
}
