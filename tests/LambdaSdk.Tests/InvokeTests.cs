using System.Net;
using System.Text;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using LambdaSdk.Tests.Stub;

namespace LambdaSdk.Tests;

public class InvokeTests
{
    [Fact]
    public async Task The_payload_is_the_body_and_the_options_are_headers()
    {
        using var stub = new LambdaStub(new StubAnswer());

        await stub.Client.InvokeAsync(new InvokeRequest
        {
            FunctionName = "resize",
            Qualifier = "live",
            InvocationType = InvocationType.RequestResponse,
            LogType = LogType.Tail,
            ClientContext = """{"app":"ü"}""",
            Payload = """{"size":"grün"}""",
        });

        Assert.Equal(HttpMethod.Post, stub.Request.Method);
        Assert.Equal("/2015-03-31/functions/resize/invocations", stub.Request.Path);
        Assert.Equal("?Qualifier=live", stub.Request.Query);
        Assert.Equal("RequestResponse", stub.Request.Headers["X-Amz-Invocation-Type"]);
        Assert.Equal("Tail", stub.Request.Headers["X-Amz-Log-Type"]);
        Assert.Equal(
            """{"app":"ü"}""", Encoding.UTF8.GetString(Convert.FromBase64String(stub.Request.Headers["X-Amz-Client-Context"])));
        Assert.Equal("""{"size":"grün"}""", Encoding.UTF8.GetString(stub.Request.Body));
    }

    [Fact]
    public async Task Without_options_there_is_neither_a_body_nor_a_header()
    {
        using var stub = new LambdaStub(new StubAnswer());

        await stub.Client.InvokeAsync(new InvokeRequest { FunctionName = "resize" });

        Assert.Empty(stub.Request.Body);
        Assert.DoesNotContain(
            stub.Request.Headers.Keys,
            name => name.StartsWith("X-Amz-Invocation", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("X-Amz-Log", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("X-Amz-Client", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_answer_is_the_payload_and_its_headers()
    {
        using var stub = new LambdaStub(new StubAnswer("""[1, "two"]""")
        {
            Headers =
            {
                ["X-Amz-Executed-Version"] = "$LATEST",
                ["X-Amz-Function-Error"] = "Unhandled",
                ["X-Amz-Log-Result"] = "bG9n",
            },
        });

        var response = await stub.Client.InvokeAsync(new InvokeRequest { FunctionName = "resize" });

        Assert.Equal(200, response.StatusCode);
        Assert.Equal("$LATEST", response.ExecutedVersion);
        Assert.Equal("Unhandled", response.FunctionError);
        Assert.Equal("bG9n", response.LogResult);
        Assert.Equal("""[1, "two"]""", new StreamReader(response.Payload).ReadToEnd());
    }

    [Fact]
    public async Task A_queued_event_answers_202_with_an_empty_payload()
    {
        using var stub = new LambdaStub(new StubAnswer("", HttpStatusCode.Accepted));

        var response = await stub.Client.InvokeAsync(new InvokeRequest
        {
            FunctionName = "resize",
            InvocationType = InvocationType.Event,
        });

        Assert.Equal(202, response.StatusCode);
        Assert.Equal(0, response.Payload.Length);
        Assert.Null(response.FunctionError);
        Assert.Equal("Event", stub.Request.Headers["X-Amz-Invocation-Type"]);
    }

    [Fact]
    public void Payload_is_a_view_of_the_stream_that_can_be_read_again()
    {
        var request = new InvokeRequest { PayloadStream = new MemoryStream("{}"u8.ToArray()) };

        Assert.Equal("{}", request.Payload);
        Assert.Equal("{}", request.Payload);

        request.Payload = null;
        Assert.Null(request.PayloadStream);
    }
}
