using System.Globalization;
using System.Net;
using Amazon.S3;
using AwsBatch.Retries;

namespace AwsBatch.Tests.Retries;

/// <summary>What is left to the SDK of the correction of a clock, and that it does it with its retries off.</summary>
public sealed class ClockCorrectionTests
{
    [Fact]
    public async Task The_request_after_a_skewed_one_is_signed_with_the_services_clock()
    {
        var serviceClock = TimeProvider.System.GetUtcNow().AddHours(3);
        var s3 = new RecordedS3(_ =>
        {
            var answer = RecordedS3.Error(HttpStatusCode.Forbidden, "RequestTimeTooSkewed");
            answer.Headers.Date = serviceClock;
            return answer;
        });
        // A host of its own: the SDK keeps the difference per endpoint, for the whole process.
        using var client = s3.Client($"skewed-{Guid.NewGuid():N}.invalid");

        var first = await Assert.ThrowsAsync<AmazonS3Exception>(() => client.GetObjectAsync("bucket", "key"));
        await Assert.ThrowsAsync<AmazonS3Exception>(() => client.GetObjectAsync("bucket", "key"));

        Assert.Equal(Correction.Clock, S3Answer.Assess(first).Correction);
        Assert.True((serviceClock - SignedAt(s3.Dates[0])).Duration() > TimeSpan.FromHours(2));
        Assert.True((serviceClock - SignedAt(s3.Dates[1])).Duration() < TimeSpan.FromMinutes(2));
    }

    private static DateTimeOffset SignedAt(string date) =>
        DateTimeOffset.ParseExact(date, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
