using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>Answer of a function.</summary>
public partial class InvokeResponse : AmazonWebServiceResponse
{
    /// <summary>The version that ran.</summary>
    public string ExecutedVersion { get; set; }

    /// <summary>Set if the function itself failed; <see cref="Payload"/> then describes the error.</summary>
    public string FunctionError { get; set; }

    /// <summary>The last 4 KB of the log in base64, if the request asked for it.</summary>
    public string LogResult { get; set; }

    /// <summary>What the function answered, from its beginning.</summary>
    public MemoryStream Payload { get; set; }

    /// <summary>HTTP status: 200 for an answer, 202 for a queued event, 204 for a dry run.</summary>
    public int? StatusCode { get; set; }
}
