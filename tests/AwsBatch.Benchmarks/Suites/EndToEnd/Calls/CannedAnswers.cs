using System.Globalization;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;

namespace AwsBatch.Benchmarks.Suites.EndToEnd.Calls;

/// <summary>What the services answer, cut down to what is worth reading, with the checksums that the SDK verifies.</summary>
internal static class CannedAnswers
{
    public const string MessageBody = """{"order":4711,"state":"paid"}""";

    private const string Ok = "200 OK";
    private const int KeysInListing = 1_000;
    private const string RequestId = "x-amz-request-id: 4442587FB7D0A2F9";
    private const string JsonRequestId = "x-amzn-RequestId: 5ad6dfc4-7e1c-4e0f-a4b1-2f9c8f3b6b55";

    public static byte[] HeadObject { get; } = Http(
        Ok,
        "",
        RequestId,
        "x-amz-id-2: ef8yU9AS1ed4OpIszj7UDNEHGran",
        "Last-Modified: Thu, 01 Jan 2026 12:00:00 GMT",
        "ETag: \"fba9dede5f27731c9771645a39863328\"",
        "Accept-Ranges: bytes",
        "Content-Type: text/plain",
        "Content-Length: 434234");

    /// <summary>S3's, of an object that is not there; to HEAD it says no more.</summary>
    public static byte[] NotFound { get; } = Http(
        "404 Not Found", "", RequestId, "x-amz-id-2: ef8yU9AS1ed4OpIszj7UDNEHGran", "Content-Type: application/xml", "Content-Length: 0");

    public static byte[] ListObjectsV2 { get; } = WithBody(Ok, Listing(), "Content-Type: application/xml", RequestId);

    public static byte[] DescribeInstances { get; } = WithBody(
        Ok,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>8f7724cf-496f-496e-8fe3-example</requestId>
        <reservationSet><item><reservationId>r-1234567890abcdef0</reservationId><ownerId>123456789012</ownerId><groupSet/>
        <instancesSet><item><instanceId>i-1234567890abcdef0</instanceId><imageId>ami-bff32ccc</imageId>
        <instanceState><code>16</code><name>running</name></instanceState><privateDnsName>ip-192-168-1-88.ec2.internal</privateDnsName>
        <dnsName>ec2-54-194-252-215.compute.amazonaws.com</dnsName><keyName>my_keypair</keyName><amiLaunchIndex>0</amiLaunchIndex>
        <instanceType>t2.micro</instanceType><launchTime>2026-05-08T16:46:19.000Z</launchTime>
        <placement><availabilityZone>us-east-1c</availabilityZone><tenancy>default</tenancy></placement>
        <subnetId>subnet-56f5f633</subnetId><vpcId>vpc-11112222</vpcId><privateIpAddress>192.168.1.88</privateIpAddress>
        <architecture>x86_64</architecture><tagSet><item><key>Name</key><value>Server_1</value></item></tagSet></item></instancesSet>
        </item></reservationSet></DescribeInstancesResponse>
        """,
        "Content-Type: text/xml;charset=UTF-8");

    public static byte[] GetItem { get; } = Json(
        """{"Item":{"id":{"S":"4711"},"state":{"S":"paid"},"total":{"N":"129.90"},"lines":{"L":[{"S":"book"},{"S":"pen"}]}}}""");

    public static byte[] SendMessage { get; } = Json(
        $$"""{"MessageId":"5fea7756-0ea4-451a-a703-a558b933e274","MD5OfMessageBody":"{{Md5(MessageBody)}}"}""");

    public static byte[] Invoke { get; } = WithBody(
        Ok, """{"statusCode":200}""", "Content-Type: application/json", JsonRequestId, "X-Amz-Executed-Version: $LATEST");

    /// <summary>EC2's throttle.</summary>
    public static byte[] RequestLimitExceeded { get; } = WithBody(
        "503 Service Unavailable",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Response><Errors><Error><Code>RequestLimitExceeded</Code><Message>Request limit exceeded.</Message></Error></Errors>
        <RequestID>ea966190-f9aa-478e-9ede-example</RequestID></Response>
        """,
        "Content-Type: text/xml;charset=UTF-8");

    private static byte[] Json(string body) => WithBody(
        Ok, body, "Content-Type: application/x-amz-json-1.0", JsonRequestId, $"x-amz-crc32: {Crc32.HashToUInt32(Encoding.UTF8.GetBytes(body))}");

    private static byte[] WithBody(string status, string body, params IEnumerable<string> headers) =>
        Http(status, body, [.. headers, $"Content-Length: {Encoding.UTF8.GetByteCount(body)}"]);

    private static byte[] Http(string status, string body, params IEnumerable<string> headers) => Encoding.UTF8.GetBytes(
        string.Concat([$"HTTP/1.1 {status}\r\n", .. headers.Select(static header => $"{header}\r\n"), "\r\n", body]));

    // The service's own digest of the message, not one for security.
#pragma warning disable CA5351
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351

    private static string Listing()
    {
        var xml = new StringBuilder("""<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">""");
        xml.Append(CultureInfo.InvariantCulture, $"<Name>bucket</Name><Prefix/><KeyCount>{KeysInListing}</KeyCount><MaxKeys>{KeysInListing}</MaxKeys>");
        xml.Append("<IsTruncated>false</IsTruncated>");
        for (var key = 0; key < KeysInListing; key++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<Contents><Key>folder/part-{key:00000}.csv</Key>");
            xml.Append(CultureInfo.InvariantCulture, $"<LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>&quot;{key:x32}&quot;</ETag>");
            xml.Append(CultureInfo.InvariantCulture, $"<Size>{key}</Size><StorageClass>STANDARD</StorageClass></Contents>");
        }

        return xml.Append("</ListBucketResult>").ToString();
    }
}
