namespace Amazon.Lambda.Model;

/// <summary>Paginators over one client.</summary>
public class LambdaPaginatorFactory : ILambdaPaginatorFactory
{
    private readonly IAmazonLambda client;

    internal LambdaPaginatorFactory(IAmazonLambda client) => this.client = client;

    /// <inheritdoc/>
    public IListFunctionsPaginator ListFunctions(ListFunctionsRequest request) => new ListFunctionsPaginator(client, request);
}
