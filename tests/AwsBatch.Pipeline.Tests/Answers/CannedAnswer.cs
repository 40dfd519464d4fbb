using System.Net;
using System.Text;

namespace AwsBatch.Pipeline.Tests.Answers;

/// <summary>An answer of a service.</summary>
internal sealed record CannedAnswer(string Name, HttpStatusCode Status, byte[] Body, params (string Name, string Value)[] Headers)
{
    public CannedAnswer(string name, HttpStatusCode status, string body, params (string Name, string Value)[] headers)
        : this(name, status, Encoding.UTF8.GetBytes(body), headers)
    {
    }

    /// <summary>The answer as it comes off a connection: a body that can be read once, headers that nobody has looked at.</summary>
    public HttpResponseMessage Create()
    {
        var message = new HttpResponseMessage(Status) { Content = new StreamContent(new ForwardStream(Body)) };
        message.Content.Headers.ContentLength = Body.Length;
        foreach (var (name, value) in Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.Remove(name);
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    private sealed class ForwardStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
