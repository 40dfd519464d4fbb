using Amazon.Runtime.Internal;

namespace Amazon.Lambda.Model;

/// <summary>Asks for a function.</summary>
public partial class GetFunctionRequest : AmazonLambdaRequest
{
    /// <summary>Name, ARN or partial ARN of the function, 1 to 170 characters. Required.</summary>
    [AWSProperty(Required = true, Min = 1, Max = 170)]
    public string FunctionName { get; set; }

    /// <summary>Version or alias.</summary>
    public string Qualifier { get; set; }
}
