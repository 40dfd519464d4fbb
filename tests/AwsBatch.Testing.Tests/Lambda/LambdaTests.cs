using System.Net;
using System.Text.Json;
using AwsBatch.Testing.Tests.Clients;

namespace AwsBatch.Testing.Tests.Lambda;

public sealed class LambdaTests : IAsyncLifetime, IDisposable
{
    private const string Functions = "/2015-03-31/functions";

    private AwsEndpoint aws = null!;
    private SignedClient lambda = null!;

    public async Task InitializeAsync()
    {
        aws = await AwsEndpoint.StartAsync();
        lambda = new SignedClient(aws, "lambda");
    }

    public async Task DisposeAsync() => await aws.DisposeAsync();

    public void Dispose() => lambda.Dispose();

    [Fact]
    public async Task Functions_are_listed_in_pages()
    {
        foreach (var name in new[] { "c", "a", "b" })
            aws.Lambda.AddFunction(name);

        using var first = await Json(await lambda.SendAsync(HttpMethod.Get, Functions, "MaxItems=2"));
        Assert.Equal(["a", "b"], Names(first));
        using var second = await Json(await lambda.SendAsync(HttpMethod.Get, Functions, $"Marker={first.RootElement.GetProperty("NextMarker")}&MaxItems=2"));
        Assert.Equal(["c"], Names(second));
        Assert.False(second.RootElement.TryGetProperty("NextMarker", out _));
        using var all = await Json(await lambda.SendAsync(HttpMethod.Get, Functions, "MaxItems=3"));
        Assert.False(all.RootElement.TryGetProperty("NextMarker", out _));
    }

    [Fact]
    public async Task A_function_is_described_by_name_and_by_arn()
    {
        aws.Lambda.AddFunction("resize");

        using var byName = await Json(await lambda.SendAsync(HttpMethod.Get, Functions + "/resize"));
        var arn = byName.RootElement.GetProperty("Configuration").GetProperty("FunctionArn").GetString();
        Assert.Equal("arn:aws:lambda:us-east-1:123456789012:function:resize", arn);

        using var byArn = await Json(await lambda.SendAsync(HttpMethod.Get, $"{Functions}/{Uri.EscapeDataString(arn!)}"));
        Assert.Equal("resize", byArn.RootElement.GetProperty("Configuration").GetProperty("FunctionName").GetString());
    }

    [Fact]
    public async Task A_missing_function_is_named_in_lambdas_error_format()
    {
        using var answer = await lambda.SendAsync(HttpMethod.Get, Functions + "/none");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("ResourceNotFoundException", Assert.Single(answer.Headers.GetValues("x-amzn-ErrorType")));
        Assert.NotEmpty(Assert.Single(answer.Headers.GetValues("x-amzn-RequestId")));
        using var body = await Json(answer);
        Assert.Equal("User", body.RootElement.GetProperty("Type").GetString());
        Assert.Equal("Function not found: arn:aws:lambda:us-east-1:123456789012:function:none", body.RootElement.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Invoke_gives_the_handlers_result_or_echoes()
    {
        aws.Lambda.AddFunction("echo");
        aws.Lambda.AddFunction("length", payload => JsonSerializer.SerializeToUtf8Bytes(payload.Length));

        var echoed = await Invoke("echo", """{"a":1}""");
        Assert.Equal("""{"a":1}""", await echoed.Content.ReadAsStringAsync());
        Assert.Equal("$LATEST", Assert.Single(echoed.Headers.GetValues("X-Amz-Executed-Version")));
        Assert.Equal("5", await (await Invoke("length", "[1,2]")).Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("echo", "Qualifier=live", "function:echo:live")]
    [InlineData("echo%3Alive", "", "function:echo:live")]
    [InlineData("arn%3Aaws%3Alambda%3Aus-east-1%3A123456789012%3Afunction%3Aecho%3A7", "", "function:echo:7")]
    [InlineData("echo%3A%24LATEST", "", null)]
    [InlineData("echo", "Qualifier=%24LATEST", null)]
    public async Task There_is_no_version_but_the_latest(string function, string query, string? missing)
    {
        aws.Lambda.AddFunction("echo");

        using var answer = await lambda.SendAsync(HttpMethod.Post, $"{Functions}/{function}/invocations", query, body: "{}");

        Assert.Equal(missing is null ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        if (missing is not null)
            Assert.Contains($"Function not found: arn:aws:lambda:us-east-1:123456789012:{missing}\"", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_a_handler_throws_is_the_functions_error()
    {
        aws.Lambda.AddFunction("broken", _ => throw new InvalidOperationException("no more"));

        var answer = await Invoke("broken", "{}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Unhandled", Assert.Single(answer.Headers.GetValues("X-Amz-Function-Error")));
        Assert.Equal("""{"errorType":"InvalidOperationException","errorMessage":"no more"}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_event_is_accepted_before_it_is_handled_and_a_dry_run_never_is()
    {
        var release = new TaskCompletionSource<ReadOnlyMemory<byte>>();
        var handled = new TaskCompletionSource();
        var calls = 0;
        aws.Lambda.AddFunction("slow", async (_, _) =>
        {
            Interlocked.Increment(ref calls);
            var result = await release.Task;
            handled.SetResult();
            return result;
        });

        Assert.Equal(HttpStatusCode.NoContent, (await Invoke("slow", "{}", "DryRun")).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await Invoke("slow", "{}", "Event")).StatusCode);
        release.SetResult(default);
        await handled.Task;
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task A_payload_that_is_no_json_is_refused()
    {
        aws.Lambda.AddFunction("echo");

        var answer = await Invoke("echo", "{oops");
        Assert.Equal("InvalidRequestContentException", Assert.Single(answer.Headers.GetValues("x-amzn-ErrorType")));
    }

    [Theory]
    [InlineData("RequestResponse", 6 * 1024 * 1024)]
    [InlineData("Event", 1024 * 1024)]
    public async Task A_payload_has_its_limit(string type, int limit)
    {
        aws.Lambda.AddFunction("echo");

        using var most = await Invoke("echo", $"\"{new string('x', limit - 2)}\"", type);
        Assert.True(most.IsSuccessStatusCode);
        using var more = await Invoke("echo", $"\"{new string('x', limit - 1)}\"", type);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, more.StatusCode);
        Assert.Equal("RequestEntityTooLargeException", Assert.Single(more.Headers.GetValues("x-amzn-ErrorType")));
        Assert.Contains(
            $"{limit + 1} byte payload is too large for the {type} invocation type (limit {limit} bytes)", await more.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_operation_that_is_not_implemented_is_named()
    {
        using var answer = await lambda.SendAsync(HttpMethod.Delete, Functions + "/echo");

        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
        Assert.Contains("The embedded endpoint does not implement lambda:DeleteFunction.", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public void An_invalid_name_is_refused() => Assert.Throws<ArgumentException>(() => aws.Lambda.AddFunction("with space"));

    private static IEnumerable<string?> Names(JsonDocument page) =>
        page.RootElement.GetProperty("Functions").EnumerateArray().Select(function => function.GetProperty("FunctionName").GetString());

    private static async Task<JsonDocument> Json(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());

    private Task<HttpResponseMessage> Invoke(string name, string payload, string type = "RequestResponse") => lambda.SendAsync(
        HttpMethod.Post,
        $"{Functions}/{name}/invocations",
        body: payload,
        change: request => request.Headers.Add("X-Amz-Invocation-Type", type));
}
