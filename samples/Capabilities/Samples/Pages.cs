using Amazon.S3.Model;

namespace Capabilities.Samples;

internal static class Pages
{
    public static async Task RunAsync(Account account)
    {
        ListObjectsV2Request[] listings =
        [
            new() { BucketName = Account.Bucket },
            new() { BucketName = Account.Bucket, Prefix = "part-1" },
            new() { BucketName = "not-there" },
        ];

        // Pages of one request come in their order; those of several come as they arrive.
        var keys = new int[listings.Length];
        await foreach (var page in account.S3.ListObjectsV2PagesAsync(listings))
        {
            keys[page.Index] += page.Response?.S3Objects?.Count ?? 0;
            if (page.IsLast)
                Console.WriteLine($"  {page.Request.BucketName}/{page.Request.Prefix}: {page.Page + 1} pages, {keys[page.Index]} keys {page.Error}");
        }
    }
}
