namespace AwsBatch.Testing.Tests.Hosting;

/// <summary>What is wrong is told by the name it has where the user wrote it.</summary>
public sealed class WrongArgumentTests : IAsyncLifetime
{
    private AwsEndpoint aws = null!;

    public async Task InitializeAsync()
    {
        aws = await AwsEndpoint.StartAsync();
        aws.S3.CreateBucket("logs");
    }

    public Task DisposeAsync() => aws.DisposeAsync().AsTask();

    [Fact]
    public void Of_a_bucket_and_what_is_in_it()
    {
        Assert.Throws<ArgumentNullException>("bucket", () => aws.S3.Put(null!, "key", "text"));
        Assert.Throws<ArgumentNullException>("bucket", () => aws.S3.Get(null!, "key"));
        Assert.Throws<ArgumentNullException>("content", () => aws.S3.Put("logs", "key", (string)null!));
        Assert.Throws<ArgumentException>("bucket", () => aws.S3.Put("none", "key", "text"));
    }

    [Fact]
    public void Of_a_queue_that_does_not_exist()
    {
        Assert.Throws<ArgumentException>("queue", () => aws.Sqs.Send("none", "text"));
        Assert.Throws<ArgumentException>("queue", () => aws.Sqs.Count("none"));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("")]
    public void Of_a_sort_key_that_is_none(string sortKey) =>
        Assert.Throws<ArgumentException>(nameof(sortKey), () => aws.DynamoDb.CreateTable("table", "id", sortKey));

    [Fact]
    public void Of_a_redirect()
    {
        Assert.Throws<ArgumentNullException>("bucketRegion", () => Fault.PermanentRedirect(null!));
        Assert.Throws<ArgumentException>("bucketRegion", () => Fault.AuthorizationHeaderMalformed(""));
        var refusal = Assert.Throws<ArgumentException>("endpoint", () => Fault.TemporaryRedirect(new Uri("/path", UriKind.Relative)));
        Assert.Contains("'/path' is not an absolute URL", refusal.Message, StringComparison.Ordinal);
    }
}
