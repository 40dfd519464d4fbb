using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>A page of functions.</summary>
public partial class ListFunctionsResponse : AmazonWebServiceResponse
{
    /// <summary>The functions; null if the answer holds none.</summary>
    public List<FunctionConfiguration> Functions { get; set; }

    /// <summary><see cref="ListFunctionsRequest.Marker"/> of the next page, or null on the last.</summary>
    public string NextMarker { get; set; }
}
