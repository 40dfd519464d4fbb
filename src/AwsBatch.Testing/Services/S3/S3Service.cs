using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Services.S3.Multipart;
using AwsBatch.Testing.Signing;

namespace AwsBatch.Testing.Services.S3;

/// <summary>S3: REST-XML, routed by method, address and subresource.</summary>
internal sealed class S3Service(EmbeddedS3 s3) : IAwsService
{
    private static readonly Dictionary<string, (string QualifiedName, S3Operation Answer)> Implemented = new S3Operations
    {
        ["ListBuckets"] = ListBuckets.Answer,
        ["CreateBucket"] = Buckets.Create,
        ["DeleteBucket"] = Buckets.Delete,
        ["HeadBucket"] = Buckets.Head,
        ["ListObjects"] = ListObjects.Answer,
        ["ListObjectsV2"] = ListObjectsV2.Answer,
        ["HeadObject"] = ReadObject.Head,
        ["GetObject"] = ReadObject.Get,
        ["PutObject"] = PutObject.Answer,
        ["CopyObject"] = CopyObject.Answer,
        ["DeleteObject"] = DeleteObjects.One,
        ["DeleteObjects"] = DeleteObjects.Many,
        ["CreateMultipartUpload"] = CreateMultipartUpload.Answer,
        ["UploadPart"] = UploadPart.Answer,
        ["UploadPartCopy"] = UploadPart.Copy,
        ["CompleteMultipartUpload"] = CompleteMultipartUpload.Answer,
        ["AbortMultipartUpload"] = CompleteMultipartUpload.Abort,
    }.ToDictionary(entry => entry.Key, entry => ("s3:" + entry.Key, entry.Value), StringComparer.Ordinal);

    public string Name => "s3";

    public IEnumerable<string> Operations => Implemented.Values.Select(operation => operation.QualifiedName);

    public IProtocol Protocol { get; } = new RestXmlProtocol();

    public SignatureErrors SignatureErrors => SignatureErrors.S3;

    public AwsError Throttled => S3Errors.SlowDown;

    public bool NamesOperationInBody => false;

    public bool LooksLikeMine(AwsRequest request) => true;

    public AwsCall Recognise(AwsRequest request)
    {
        var address = S3Address.Of(request);
        var name = S3Routes.Name(request, address);
        return Implemented.TryGetValue(name, out var operation)
            ? new S3Call(s3, request, address, operation.QualifiedName, operation.Answer)
            : new UnimplementedCall("s3:" + name);
    }

    private sealed class S3Operations : Dictionary<string, S3Operation>;
}
