using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>All pages of a listing, or all functions of all pages. Each can be enumerated once.</summary>
public interface IListFunctionsPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<ListFunctionsResponse> Responses { get; }

    /// <summary>The functions of all pages.</summary>
    IPaginatedEnumerable<FunctionConfiguration> Functions { get; }
}
