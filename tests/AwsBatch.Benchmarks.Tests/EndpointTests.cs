using AwsBatch.Benchmarks.Processes;
using AwsBatch.Benchmarks.Processes.Behaviours;

namespace AwsBatch.Benchmarks.Tests;

public class EndpointTests
{
    private static readonly byte[] Answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"u8.ToArray();
    private static readonly byte[] Refusal = "HTTP/1.1 503 Slow Down\r\nContent-Length: 0\r\n\r\n"u8.ToArray();

    [Fact]
    public async Task It_counts_every_request_since_its_answer_was_set_whatever_is_asked()
    {
        await using var endpoint = await EndpointProcess.StartAsync(tls: false, CancellationToken.None);
        await endpoint.AnswerAsync(Answer, CancellationToken.None);
        using var http = new HttpClient { BaseAddress = endpoint.Url };

        Assert.Equal("ok", await http.GetStringAsync("/"));
        using (var posted = await http.PostAsync("/some/path?with=query", new ByteArrayContent(new byte[10_000])))
            Assert.Equal("ok", await posted.Content.ReadAsStringAsync());
        Assert.Equal(2, (await endpoint.CountAsync(CancellationToken.None)).Requests);

        await endpoint.AnswerAsync(Answer, CancellationToken.None);
        Assert.Equal(0, (await endpoint.CountAsync(CancellationToken.None)).Requests);
    }

    [Fact]
    public async Task A_bucket_refuses_what_comes_faster_than_it_fills()
    {
        await using var endpoint = await EndpointProcess.StartAsync(tls: false, CancellationToken.None);
        var slow = new World(Servers: 10, ServiceMilliseconds: 1, Bucket: new Bucket(PerSecond: 0.001, Capacity: 3, Refusal));
        await endpoint.ServeAsync(slow, Answer, CancellationToken.None);
        using var http = new HttpClient { BaseAddress = endpoint.Url };

        for (var call = 0; call < 5; call++)
        {
            using var response = await http.GetAsync("/");
            Assert.Equal(call < 3, response.IsSuccessStatusCode);
        }

        var count = await endpoint.CountAsync(CancellationToken.None);
        Assert.Equal((5, 2), (count.Requests, count.Refused));
    }
}
