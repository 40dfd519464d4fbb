using System.IO.Hashing;
using System.Net;
using System.Text;
using AwsBatch.Pipeline.Tests.Services;

namespace AwsBatch.Pipeline.Tests.Answers;

/// <summary>Answers that a service may give, whether the operation's own or not.</summary>
internal static class AnswerSets
{
    private static readonly (string, string)[] Headers =
    [
        ("x-amzn-RequestId", "11111111-2222"), ("x-amz-request-id", "4442587FB7D0A2F9"), ("x-amz-id-2", "8I9q"),
        ("ETag", "\"828ef3fdfa96f00ad9f27c383fc9ac7f\""), ("Last-Modified", "Sat, 10 Oct 2026 10:10:10 GMT"),
        ("Cache-Control", "no-cache, max-age=60"), ("Content-Type", "application/octet-stream; charset=utf-8"), ("Content-Disposition", "attachment; filename=a"),
        ("Content-Language", "de, en"), ("Expires", "Sat, 10 Oct 2026 10:10:10 GMT"), ("Accept-Ranges", "bytes"), ("Server", "AmazonS3 (test) x/1"),
        ("Vary", "Accept, Origin"), ("x-amz-version-id", "v 1"), ("x-amz-meta-one", "a,  b"), ("x-amz-meta-two", "c"), ("x-amz-delete-marker", "true"),
        ("x-amz-expiration", "expiry-date=\"Fri, 23 Dec 2026 00:00:00 GMT\", rule-id=\"x\""), ("x-amz-restore", "ongoing-request=\"false\""),
        ("x-amz-server-side-encryption", "aws:kms"), ("x-amz-storage-class", "GLACIER"), ("x-amz-missing-meta", "2"), ("x-amz-mp-parts-count", "3"),
        ("x-amz-checksum-crc32", "AAAAAA=="), ("x-amz-checksum-type", "FULL_OBJECT"), ("X-Amz-Function-Error", "Unhandled"), ("Location", "/elsewhere"),
        ("Retry-After", "2"), ("x-amz-retry-after", "700"), ("Date", "Sat, 10 Oct 2026 10:10:10 GMT"), ("Age", "3"),
    ];

    // What stands in the place of something else: markup, entities, numbers and blanks, whole or not.
    private static readonly string[] Damage =
    [
        "", "<a/>", "<a b='c'>", "</a>", "<", ">", "&", "&lt;", "&#x41;", "&#65;", "&unknown;", "<!-- a -- b -->", "<!-- c -->", "<![CDATA[x<y]]>",
        "<?pi x?>", "<!DOCTYPE a>", " ", "\t", "\n", "\r\n", "\"", "'", "{", "}", "[", "]", ",", ":", "null", "true", "-1", "1e5", "0.5", "NaN",
        "99999999999999999999", "2026-10-10", "\\u00e9", "\\", "ü", "\U0001F600", "\ufeff", "\0", "\u0001", "=", "/",
    ];

    /// <summary>What succeeds: the operation's own body as far as names tell, an empty one, a foreign one, a broken one.</summary>
    public static IEnumerable<CannedAnswer> Successes(Operation operation)
    {
        var own = BodyOf(operation);
        yield return new("own body", HttpStatusCode.OK, own, Headers);
        yield return new("bare body", HttpStatusCode.OK, own);
        yield return new("checked body", HttpStatusCode.OK, own, ("x-amz-crc32", $"{Crc32.HashToUInt32(Encoding.UTF8.GetBytes(own))}"));
        yield return new("wrong checksum", HttpStatusCode.OK, own, ("x-amz-crc32", "1"), ("x-amzn-RequestId", "r"));
        yield return new("encoded body", HttpStatusCode.OK, own, ("x-amz-crc32", "1"), ("Content-Encoding", "identity"));
        yield return new("empty", HttpStatusCode.OK, "");
        yield return new("no content", HttpStatusCode.NoContent, "", ("x-amz-request-id", "r"));
        yield return new("broken", HttpStatusCode.OK, own[..(own.Length / 2)], ("x-amzn-RequestId", "r"));
        yield return new("foreign", HttpStatusCode.OK, "<html>{\"a\":[1", ("Content-Type", "text/html"));
        yield return new("error under success", HttpStatusCode.OK, "<Error><Code>InternalError</Code><Message>m</Message><RequestId>r</RequestId></Error>");
    }

    /// <summary>The operation's own body with some damage, and some of the headers.</summary>
    public static CannedAnswer Damaged(Operation operation, Random random)
    {
        var body = new StringBuilder(BodyOf(operation));
        for (var damages = random.Next(4); damages > 0; damages--)
        {
            var at = random.Next(body.Length + 1);
            var length = Math.Min(body.Length - at, random.Next(3) == 0 ? random.Next(200) : random.Next(4));
            var cut = body.ToString(at, length);
            body.Remove(at, length);
            body.Insert(Math.Min(at, body.Length), random.Next(3) == 0 ? cut + cut : Damage[random.Next(Damage.Length)]);
        }

        if (random.Next(6) == 0)
            body.Length = random.Next(body.Length + 1);
        // Not the date: by that of a refusal the SDK sets its clock, for every client of the process.
        var headers = Headers
            .Where(header => header.Item1 != "Date" && random.Next(2) == 0)
            .Select(header => random.Next(8) == 0 ? (header.Item1, Damage[random.Next(Damage.Length)]) : header);
        return new("damaged body", random.Next(5) == 0 ? HttpStatusCode.BadRequest : HttpStatusCode.OK, body.ToString(), [.. headers]);
    }

    /// <summary>What does not, in every class of status.</summary>
    public static IEnumerable<CannedAnswer> Refusals(Operation operation, string code)
    {
        foreach (var status in new[] { 301, 304, 307, 308, 400, 403, 404, 409, 412, 421, 429, 500, 502, 503 })
            yield return Refusal(operation, (HttpStatusCode)status, code);
        yield return new("empty refusal", HttpStatusCode.NotFound, "", Headers);
        yield return new("foreign refusal", HttpStatusCode.BadGateway, "<html>Bad gateway</html>", ("Content-Type", "text/html"));
        yield return new("broken refusal", HttpStatusCode.BadRequest, "{\"__type\":\"", ("Content-Type", "application/json"), ("x-amzn-RequestId", "r"));
    }

    private static string BodyOf(Operation operation) =>
        operation.Service is "s3" or "ec2" or "sts" ? ResponseBody.Xml(operation) : ResponseBody.Json(operation);

    /// <summary>A refusal with a code of the service's.</summary>
    public static CannedAnswer Refusal(Operation operation, HttpStatusCode status, string code)
    {
        var body = operation.Service switch
        {
            "s3" => $"<Error><Code>{code}</Code><Message>a message</Message><RequestId>r</RequestId><HostId>h</HostId><BucketName>b</BucketName></Error>",
            "ec2" => $"<Response><Errors><Error><Code>{code}</Code><Message>a message</Message></Error></Errors><RequestID>r</RequestID></Response>",
            "sts" => $"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>a message</Message></Error><RequestId>r</RequestId></ErrorResponse>",
            _ => $"{{\"__type\":\"com.amazonaws.{operation.Service}#{code}\",\"message\":\"a message\"}}",
        };
        return new($"{(int)status} {code}", status, body,
            ("x-amzn-RequestId", "r"), ("x-amzn-ErrorType", code), ("x-amz-bucket-region", "us-west-2"), ("x-amz-retry-after", "700"));
    }
}
