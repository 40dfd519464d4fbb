namespace Amazon.Lambda.Model;

/// <summary>Asks for a page of the account's functions.</summary>
public partial class ListFunctionsRequest : AmazonLambdaRequest
{
    /// <summary><c>ALL</c> to list published versions too; without it only the unpublished one of each function.</summary>
    public FunctionVersion FunctionVersion { get; set; }

    /// <summary><see cref="ListFunctionsResponse.NextMarker"/> of the page before.</summary>
    public string Marker { get; set; }

    /// <summary>For Lambda@Edge: region of the function the replicas were made from, or "ALL".</summary>
    public string MasterRegion { get; set; }

    /// <summary>Most functions to answer, 1 to 10,000; the service answers at most 50.</summary>
    public int? MaxItems { get; set; }
}
