using System.Globalization;
using System.Net;
using System.Text;
using Amazon.S3.Model;
using AwsBatch.Pipeline.Tests.Answers;
using AwsBatch.Pipeline.Tests.Services;
using AwsBatch.Pipeline.Tests.Wire;

namespace AwsBatch.Pipeline.Tests;

/// <summary>An answer that comes in pieces is the same as one that comes at once, however large and whether or not it says so.</summary>
public sealed class LargeAnswerTests
{
    private const int Keys = 1_000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_listing_in_pieces_gives_the_same(bool saysLength)
    {
        var service = Service.Of("s3");
        var operation = service.Find("ListObjectsV2");
        using var pair = new PipelinePair(service, Target.Own);
        await pair.LearnAsync(operation, Make());

        var (stock, lean) = await pair.SendAsync(operation, Make, () => Answer(saysLength));

        Assert.Equal(Keys, Assert.IsType<ListObjectsV2Response>(lean.Outcome).S3Objects.Count);
        Assert.Equal(ObjectText.Of(stock.Outcome), ObjectText.Of(lean.Outcome));
    }

    [Fact]
    public async Task A_listing_that_breaks_off_gives_the_same()
    {
        var service = Service.Of("s3");
        var operation = service.Find("ListObjectsV2");
        using var pair = new PipelinePair(service, Target.Own);
        await pair.LearnAsync(operation, Make());

        var (stock, lean) = await pair.SendAsync(operation, Make, static () => new(HttpStatusCode.OK) { Content = new StreamContent(new Pieces(Listing(), breaksOff: true)) });

        Assert.IsType<HttpIOException>(lean.Outcome);
        Assert.Equal(ObjectText.Of(stock.Outcome), ObjectText.Of(lean.Outcome));
    }

    private static object Make() => new ListObjectsV2Request { BucketName = "bucket" };

    private static HttpResponseMessage Answer(bool saysLength)
    {
        var listing = Listing();
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Pieces(listing, breaksOff: false)) };
        if (saysLength)
            answer.Content.Headers.ContentLength = listing.Length;
        return answer;
    }

    private static byte[] Listing()
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>bucket</Name>");
        for (var key = 0; key < Keys; key++)
            xml.Append(CultureInfo.InvariantCulture, $"<Contents><Key>a &amp; ü {key}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><Size>{key}</Size></Contents>\n");
        return Encoding.UTF8.GetBytes(xml.Append("</ListBucketResult>").ToString());
    }

    /// <summary>A body as it comes off a connection.</summary>
    private sealed class Pieces(byte[] bytes, bool breaksOff) : MemoryStream(bytes)
    {
        private const int Size = 1_000;

        public override bool CanSeek => false;

        // All other ways to read come here.
        public override int Read(byte[] buffer, int offset, int count) => breaksOff && Position > Length / 2
            ? throw new HttpIOException(HttpRequestError.ResponseEnded, "ended")
            : base.Read(buffer, offset, Math.Min(Size, count));
    }
}
