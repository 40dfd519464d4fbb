namespace AwsBatch.Cli.Tests.Support;

/// <summary>Lines of requests.</summary>
internal static class Requests
{
    public const string ListBuckets = """{"service":"s3","operation":"ListBuckets"}""";

    public static string Head(string bucket, string key) =>
        $$$"""{"service":"s3","operation":"HeadObject","params":{"Bucket":"{{{bucket}}}","Key":"{{{key}}}"},"id":"{{{key}}}"}""";

    public static string Get(string bucket, string key, string file) =>
        $$$"""{"service":"s3","operation":"GetObject","params":{"Bucket":"{{{bucket}}}","Key":"{{{key}}}"},"@out":"{{{file}}}"}""";

    public static string Put(string bucket, string key) =>
        $$$"""{"service":"s3","operation":"PutObject","params":{"Bucket":"{{{bucket}}}","Key":"{{{key}}}","Body":"aGVsbG8="}}""";

    public static string Delete(string bucket, string key) =>
        $$$"""{"service":"s3","operation":"DeleteObject","params":{"Bucket":"{{{bucket}}}","Key":"{{{key}}}"}}""";
}
