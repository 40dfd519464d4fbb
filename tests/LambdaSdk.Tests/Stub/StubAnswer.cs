using System.Net;
using System.Text;

namespace LambdaSdk.Tests.Stub;

/// <summary>What the stub answers to one request.</summary>
internal sealed record StubAnswer(string Body = "{}", HttpStatusCode Status = HttpStatusCode.OK)
{
    public Dictionary<string, string> Headers { get; init; } = [];

    public HttpResponseMessage ToResponse()
    {
        var response = new HttpResponseMessage(Status)
        {
            Content = new StringContent(Body, Encoding.UTF8, "application/json"),
        };
        response.Headers.Add("x-amzn-RequestId", "request-1");
        foreach (var (name, value) in Headers)
            response.Headers.TryAddWithoutValidation(name, value);

        return response;
    }
}
