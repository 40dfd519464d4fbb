using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using AwsBatch.CompilerServices;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Tests.Clients;

/// <summary>One attempt is one request on the wire, whatever becomes of the connection: read on the wire.</summary>
public sealed class SingleSendTests
{
    private const string Empty200 = """
        HTTP/1.1 200 OK
        Content-Length: 0


        """;

    private static readonly BatchServiceDescriptor S3 =
        BatchServiceDescriptor.For<IAmazonS3>("s3", static config => ((AmazonS3Config)config).ForcePathStyle = true);

    private static readonly ServiceOperation<DeleteObjectRequest, DeleteObjectResponse> DeleteObject =
        BatchOperation.Create<DeleteObjectRequest, DeleteObjectResponse>(
            S3, "DeleteObject", static (client, request, cancellationToken) => ((IAmazonS3)client).DeleteObjectAsync(request, cancellationToken));

    private static readonly ServiceOperation<GetObjectRequest, GetObjectResponse> GetObject =
        BatchOperation.Create<GetObjectRequest, GetObjectResponse>(
            S3, "GetObject", static (client, request, cancellationToken) => ((IAmazonS3)client).GetObjectAsync(request, cancellationToken));

    public static TheoryData<bool> PlainAndTls => [false, true];

    /// <summary>How a connection ends under a request.</summary>
    public enum Ending
    {
        /// <summary>In an orderly way, before any answer.</summary>
        Close,

        /// <summary>Broken, before any answer.</summary>
        Reset,

        /// <summary>In an orderly way, within the answer's headers.</summary>
        CloseWithinHeaders,
    }

    [Theory]
    [InlineData(false, Ending.Close)]
    [InlineData(false, Ending.Reset)]
    [InlineData(false, Ending.CloseWithinHeaders)]
    [InlineData(true, Ending.Close)]
    [InlineData(true, Ending.Reset)]
    [InlineData(true, Ending.CloseWithinHeaders)]
    public async Task An_answer_lost_with_its_connection_is_asked_for_again_only_by_attempts_that_are_told(bool tls, Ending ending)
    {
        await using var server = new RawServer(
            async connection =>
            {
                await connection.ReadRequestAsync();
                if (ending == Ending.CloseWithinHeaders)
                    await connection.AnswerAsync("HTTP/1.1 200 OK\r\nContent-Le");
                if (ending == Ending.Reset)
                    connection.Reset();
                else
                    await connection.CloseAsync();
            },
            tls);
        await using var provider = Provider(server);

        var item = (await DeleteAsync(provider))[0];

        Assert.Equal(BatchErrorKind.Network, item.Error?.Kind);
        Assert.Equal(3, item.Attempts);
        Assert.Equal(3, server.Requests);
    }

    [Theory]
    [MemberData(nameof(PlainAndTls))]
    public async Task A_reused_connection_that_ends_costs_one_attempt_and_the_pool_goes_on(bool tls)
    {
        var connections = 0;
        await using var server = new RawServer(
            async connection =>
            {
                // The first connection answers once, takes a second request and ends; later ones go on.
                var first = Interlocked.Increment(ref connections) == 1;
                for (var requests = 1; await connection.ReadRequestAsync(); requests++)
                {
                    if (first && requests == 2)
                    {
                        await connection.CloseAsync();
                        return;
                    }

                    await connection.AnswerAsync(Empty200);
                }
            },
            tls);

        await using var provider = Provider(server);
        var items = new List<BatchItem>();
        for (var number = 0; number < 4; number++)
            items.Add((await DeleteAsync(provider))[0]);

        Assert.Equal([1, 2, 1, 1], items.Select(item => item.Attempts));
        Assert.All(items, item => Assert.True(item.IsSuccess));
        Assert.Equal(5, server.Requests);
        Assert.Equal(2, connections);
    }

    [Theory]
    [MemberData(nameof(PlainAndTls))]
    public async Task A_body_that_ends_with_its_connection_is_read_whole(bool tls)
    {
        await using var server = new RawServer(
            async connection =>
            {
                await connection.ReadRequestAsync();
                await connection.AnswerAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nall of it");
                await connection.CloseAsync();
            },
            tls);
        await using var provider = Provider(server);

        var result = await Batches(provider).BatchAsync(
            GetObject.Consume(async (_, response, cancellationToken) =>
                await new StreamReader(response.ResponseStream).ReadToEndAsync(cancellationToken)),
            [new GetObjectRequest { BucketName = "bucket", Key = "key" }],
            null,
            CancellationToken.None);

        Assert.Equal("all of it", result[0].Response);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_filter_of_the_users_own_stays_before_the_connection()
    {
        await using var server = new RawServer(
            static async connection =>
            {
                await connection.ReadRequestAsync();
                await connection.AnswerAsync(Empty200);
            },
            tls: false);
        var filtered = 0;
        await using var provider = Provider(server, handler => handler.PlaintextStreamFilter = (context, _) =>
        {
            filtered++;
            return ValueTask.FromResult(context.PlaintextStream);
        });

        Assert.True((await DeleteAsync(provider))[0].IsSuccess);
        Assert.Equal(1, filtered);
    }

    [Fact]
    public async Task An_error_the_sdk_would_retry_arrives_as_often_as_is_told()
    {
        await using var server = new RawServer(
            async connection =>
            {
                while (await connection.ReadRequestAsync())
                    await connection.AnswerAsync("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n");
            },
            tls: false);
        await using var provider = Provider(server);

        var item = (await DeleteAsync(provider))[0];

        Assert.Equal(3, server.Requests);
        Assert.Equal(3, item.Attempts);
        Assert.True(item.Error!.IsRetryable);
    }

    [Fact]
    public async Task A_redirect_the_sdk_would_follow_is_followed_only_by_attempts_that_are_told()
    {
        await using var server = new RawServer(
            static async connection =>
            {
                while (await connection.ReadRequestAsync())
                {
                    await connection.AnswerAsync("""
                        HTTP/1.1 307 Temporary Redirect
                        Location: https://bucket.s3.us-west-2.amazonaws.com/key
                        Content-Length: 0


                        """);
                }
            },
            tls: false);
        await using var provider = Provider(server);

        var item = (await DeleteAsync(provider))[0];

        Assert.Equal(System.Net.HttpStatusCode.TemporaryRedirect, item.Error?.StatusCode);
        // Once for the region it names, and from there as often as any transient.
        Assert.Equal((4, 4), (item.Attempts, server.Requests));
    }

    private static Task<BatchResult<DeleteObjectRequest, DeleteObjectResponse>> DeleteAsync(IServiceProvider provider) =>
        Batches(provider).BatchAsync(
            DeleteObject, [new DeleteObjectRequest { BucketName = "bucket", Key = "key" }], null, CancellationToken.None);

    private static IBatchInvoker<IFakeBatch> Batches(IServiceProvider provider) => provider.GetRequiredService<IBatchInvoker<IFakeBatch>>();

    private static ServiceProvider Provider(RawServer server, Action<SocketsHttpHandler>? http = null)
    {
        var services = new ServiceCollection();
        AwsBatchRegistration.AddCore(services, options =>
        {
            options.EndpointUrl = server.Url;
            options.Region = "us-east-1";
            options.Credentials = new BasicAWSCredentials("AKIDFAKE", "not-a-real-secret");
            options.ConfigureHttp(handler => handler.SslOptions.RemoteCertificateValidationCallback =
                (_, presented, _, _) => presented!.GetCertHashString() == server.CertificateHash);
            if (http is not null)
                options.ConfigureHttp(http);
        });
        AwsBatchRegistration.AddService(services, S3);
        return services.BuildServiceProvider();
    }
}
