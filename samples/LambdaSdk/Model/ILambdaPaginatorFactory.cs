namespace Amazon.Lambda.Model;

/// <summary>Paginators of Lambda's operations.</summary>
public interface ILambdaPaginatorFactory
{
    /// <summary>Reads all pages of a listing, beginning at the request's marker if it has one.</summary>
    IListFunctionsPaginator ListFunctions(ListFunctionsRequest request);
}
