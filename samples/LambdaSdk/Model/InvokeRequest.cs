using System.Text;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.Lambda.Model;

/// <summary>Invokes a function.</summary>
public partial class InvokeRequest : AmazonLambdaRequest
{
    /// <summary>Data about the client for the function's context, up to 3,583 bytes of JSON.</summary>
    public string ClientContext
    {
        get => ClientContextBase64 is null ? null : Encoding.UTF8.GetString(Convert.FromBase64String(ClientContextBase64));
        set => ClientContextBase64 = value is null ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes(value));
    }

    /// <summary><see cref="ClientContext"/> in base64, as it is sent.</summary>
    public string ClientContextBase64 { get; set; }

    /// <summary>Name, ARN or partial ARN of the function, 1 to 170 characters. Required.</summary>
    [AWSProperty(Required = true, Min = 1, Max = 170)]
    public string FunctionName { get; set; }

    /// <summary>How to invoke it; without it, the call waits for the answer.</summary>
    public InvocationType InvocationType { get; set; }

    /// <summary>Whether to answer with the tail of the log.</summary>
    public LogType LogType { get; set; }

    /// <summary>The function's input as JSON text: a view of <see cref="PayloadStream"/>.</summary>
    public string Payload
    {
        get
        {
            if (PayloadStream is null)
                return null;

            var text = new StreamReader(PayloadStream).ReadToEnd();
            PayloadStream.Position = 0;
            return text;
        }
        set => PayloadStream = value is null ? null : AWSSDKUtils.GenerateMemoryStreamFromString(value);
    }

    /// <summary>
    /// The function's input as JSON, up to 6 MB (256 KB for a queued event). It is sent from its current position, which sending
    /// moves to the end: rewind it before the same request is sent again.
    /// </summary>
    public MemoryStream PayloadStream { get; set; }

    /// <summary>Version or alias.</summary>
    public string Qualifier { get; set; }
}
