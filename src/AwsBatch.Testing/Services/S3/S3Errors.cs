using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.S3;

internal static class S3Errors
{
    public static AwsError SlowDown { get; } = new(503, "SlowDown", "Please reduce your request rate.");

    public static AwsErrorException NoSuchBucket(string bucket) =>
        Error(404, "NoSuchBucket", "The specified bucket does not exist", ("BucketName", bucket));

    public static AwsErrorException NoSuchKey(string key) => Error(404, "NoSuchKey", "The specified key does not exist.", ("Key", key));

    public static AwsErrorException NoSuchVersion(string key, string version) =>
        Error(404, "NoSuchVersion", "The specified version does not exist.", ("Key", key), ("VersionId", version));

    public static AwsErrorException NoSuchUpload(string id) => Error(
        404,
        "NoSuchUpload",
        "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
        ("UploadId", id));

    public static AwsErrorException InvalidPart(int number) => Error(
        400,
        "InvalidPart",
        "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match "
        + "the part's entity tag.",
        ("PartNumber", number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public static AwsErrorException InvalidPartOrder() =>
        Error(400, "InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number.");

    public static AwsErrorException BucketAlreadyOwnedByYou(string bucket) => Error(
        409,
        "BucketAlreadyOwnedByYou",
        "Your previous request to create the named bucket succeeded and you already own it.",
        ("BucketName", bucket));

    public static AwsErrorException BucketNotEmpty(string bucket) =>
        Error(409, "BucketNotEmpty", "The bucket you tried to delete is not empty", ("BucketName", bucket));

    public static AwsErrorException InvalidBucketName(string bucket) =>
        Error(400, "InvalidBucketName", "The specified bucket is not valid.", ("BucketName", bucket));

    public static AwsErrorException InvalidLocationConstraint(string constraint) => Error(
        400, "InvalidLocationConstraint", "The specified location-constraint is not valid", ("LocationConstraint", constraint));

    public static AwsErrorException MetadataTooLarge(int size, int most) => Error(
        400,
        "MetadataTooLarge",
        "Your metadata headers exceed the maximum allowed metadata size",
        ("Size", size.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("MaxSizeAllowed", most.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public static AwsErrorException HeaderNotImplemented(string header) => Error(
        501, "NotImplemented", "A header you provided implies functionality that is not implemented", ("Header", header));

    public static AwsErrorException KeyTooLong() => Error(400, "KeyTooLongError", "Your key is too long");

    public static AwsErrorException InvalidToken(string token) => InvalidArgument("continuation-token", token);

    public static AwsErrorException InvalidArgument(string name, string value) =>
        Error(400, "InvalidArgument", $"The value of {name} is invalid.", ("ArgumentName", name), ("ArgumentValue", value));

    public static AwsErrorException InvalidSourceRange(string range, string why) =>
        Error(400, "InvalidArgument", why, ("ArgumentName", CopySource.Range), ("ArgumentValue", range));

    public static AwsErrorException InvalidRequest(string message) => Error(400, "InvalidRequest", message);

    public static AwsErrorException MalformedXml() => Error(
        400, "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");

    public static AwsErrorException BadDigest(string digest) =>
        Error(400, "BadDigest", $"The {digest} you specified did not match the calculated checksum.");

    public static AwsErrorException InvalidDigest() => Error(400, "InvalidDigest", "The Content-MD5 you specified was invalid.");

    public static AwsErrorException NotModified() => Error(304, "NotModified", "Not Modified");

    public static AwsErrorException PreconditionFailed(string condition) => Error(
        412,
        "PreconditionFailed",
        "At least one of the pre-conditions you specified did not hold",
        ("Condition", condition));

    public static AwsErrorException InvalidPartNumber(int number, int parts) => Error(
        416,
        "InvalidPartNumber",
        "The requested partnumber is not satisfiable",
        ("PartNumberRequested", number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("ActualPartCount", parts.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public static AwsErrorException InvalidRange(string range, int size) => Error(
        416,
        "InvalidRange",
        "The requested range is not satisfiable",
        ("RangeRequested", range),
        ("ActualObjectSize", size.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public static AwsErrorException PermanentRedirect(S3Address address, string signedFor, string region) => WrongRegion(region, new(
        301,
        "PermanentRedirect",
        "The bucket you are attempting to access must be addressed using the specified endpoint. "
        + "Please send all future requests to this endpoint.",
        ("Endpoint", $"{address.Bucket}.s3.{region}.amazonaws.com"),
        ("Bucket", address.Bucket)));

    public static AwsErrorException AuthorizationHeaderMalformed(S3Address address, string signedFor, string region) => WrongRegion(region, new(
        400,
        "AuthorizationHeaderMalformed",
        $"The authorization header is malformed; the region '{signedFor}' is wrong; expecting '{region}'",
        ("Region", region)));

    public static AwsErrorException TemporaryRedirect(Uri endpoint, string target)
    {
        const string Message =
            "Please re-send this request to the specified temporary endpoint. Continue to use the original request endpoint for future requests.";
        var location = endpoint.GetLeftPart(UriPartial.Authority) + target;
        return new(new(307, "TemporaryRedirect", Message, ("Endpoint", endpoint.Authority))
        {
            Headers = new Dictionary<string, string> { ["Location"] = location },
        });
    }

    private static AwsErrorException WrongRegion(string region, AwsError error) =>
        new(error with { Headers = new Dictionary<string, string> { ["x-amz-bucket-region"] = region } });

    private static AwsErrorException Error(int status, string code, string message, params (string, string)[] details) =>
        new(new(status, code, message, details));
}
