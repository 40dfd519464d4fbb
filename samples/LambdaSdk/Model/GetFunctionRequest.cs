namespace Amazon.Lambda.Model;

/// <summary>Asks for a function.</summary>
public partial class GetFunctionRequest : AmazonLambdaRequest
{
    /// <summary>Name, ARN or partial ARN of the function, 1 to 170 characters. Required.</summary>
    public string FunctionName { get; set; }

    /// <summary>Version or alias.</summary>
    public string Qualifier { get; set; }
}
