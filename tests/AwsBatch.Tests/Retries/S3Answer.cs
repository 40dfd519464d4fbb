using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using AwsBatch.CompilerServices;
using AwsBatch.Retries;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Retries;

/// <summary>What the SDK's S3 client, its own retries off, makes of an answer: the exceptions the classifier really meets.</summary>
internal static class S3Answer
{
    public static readonly BatchTarget Target = new() { Region = "eu-west-1" };

    private static readonly BatchServiceDescriptor S3 = BatchServiceDescriptor.For<IAmazonS3>("s3");

    public static async Task<Exception> ExceptionAsync(string answer, Func<IAmazonS3, Task> call)
    {
        await using var server = new RawServer(
            async connection =>
            {
                while (await connection.ReadRequestAsync())
                {
                    await connection.AnswerAsync(answer);
                    await connection.CloseAsync();
                }
            },
            tls: false);
        using var client = new AmazonS3Client(new BasicAWSCredentials("AKIDFAKE", "not-a-real-secret"), new AmazonS3Config
        {
            ServiceURL = server.Url,
            AuthenticationRegion = Target.Region,
            ForcePathStyle = true,
            MaxErrorRetry = 0,
            MaxStaleConnectionRetries = 0,
            ThrottleRetries = false,
        });
        var exception = await Record.ExceptionAsync(() => call(client));
        Assert.NotNull(exception);
        return exception;
    }

    public static Failure Assess(Exception exception, string operation = "GetObject", bool answered = false) => FailureClassifier.Assess(
        new FailedAttempt(Named(operation), Target, exception, answered, TimeProvider.System.GetUtcNow(), TimeSpan.FromMilliseconds(1)));

    private static ServiceOperation<GetObjectRequest, GetObjectResponse> Named(string operation) =>
        BatchOperation.Create<GetObjectRequest, GetObjectResponse>(S3, operation, static (_, _, _) => throw new NotSupportedException());

    /// <summary>An answer with a body of its true length.</summary>
    public static string Http(int status, string headers, string body = "") =>
        $"HTTP/1.1 {status} Status\nContent-Type: application/xml\n{headers}Connection: close\nContent-Length: {body.Length}\n\n{body}";

    public static string Xml(string code, string message = "it went wrong") =>
        $"""<?xml version="1.0" encoding="UTF-8"?><Error><Code>{code}</Code><Message>{message}</Message><RequestId>id-1</RequestId></Error>""";
}
