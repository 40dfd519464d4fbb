using System.Diagnostics;
using System.Globalization;
using Amazon.Runtime;
using Amazon.S3.Model;

namespace AwsBatch.StartUp;

/// <summary>Times a program from the first line it runs to the answer to its first request, and the second request after that.</summary>
internal sealed class FirstRequest
{
    private readonly long started = Stopwatch.GetTimestamp();

    public static string Region => "us-east-1";

    public static AWSCredentials Credentials { get; } = new BasicAWSCredentials("AKIDFAKE", "not-a-real-secret");

    /// <summary>Sends both and prints their milliseconds.</summary>
    public async Task SendAsync(Func<GetObjectMetadataRequest, Task> send)
    {
        await send(new() { BucketName = "bucket", Key = "first" });
        var first = Stopwatch.GetElapsedTime(started);
        await send(new() { BucketName = "bucket", Key = "second" });
        var second = Stopwatch.GetElapsedTime(started) - first;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{first.TotalMilliseconds} {second.TotalMilliseconds}"));
    }
}
