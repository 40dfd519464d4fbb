using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>A function.</summary>
public partial class GetFunctionResponse : AmazonWebServiceResponse
{
    /// <summary>Where its code is.</summary>
    public FunctionCodeLocation Code { get; set; }

    /// <summary>Concurrency reserved for it.</summary>
    public Concurrency Concurrency { get; set; }

    /// <summary>Its configuration.</summary>
    public FunctionConfiguration Configuration { get; set; }

    /// <summary>Its tags.</summary>
    public Dictionary<string, string> Tags { get; set; }
}
