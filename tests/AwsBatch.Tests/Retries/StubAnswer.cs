using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.EventStreams;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace AwsBatch.Tests.Retries;

/// <summary>An error as the SDK throws it, its HTTP answer being the cause.</summary>
internal static class StubAnswer
{
    public static AmazonServiceException Exception(int status, string? code = null, IReadOnlyDictionary<string, string>? headers = null) => new(
        "it went wrong",
        new HttpErrorResponseException(new Http((HttpStatusCode)status, headers ?? new Dictionary<string, string>())),
        ErrorType.Unknown,
        code ?? ((HttpStatusCode)status).ToString(),
        "id-1",
        (HttpStatusCode)status);

    private sealed class Http(HttpStatusCode status, IReadOnlyDictionary<string, string> headers) : IWebResponseData
    {
        public long ContentLength => 0;

        public string? ContentType => null;

        public HttpStatusCode StatusCode => status;

        public bool IsSuccessStatusCode => false;

        public IHttpResponseBody? ResponseBody => null;

        public string[] GetHeaderNames() => [.. headers.Keys];

        public bool IsHeaderPresent(string headerName) => headers.ContainsKey(headerName);

        public string? GetHeaderValue(string headerName) => headers.GetValueOrDefault(headerName);

        public IEventStreamHeader? GetEventStreamHeader(string headerName) => null;

        public bool IsEventHeaderPresent(string headerName) => false;
    }
}
