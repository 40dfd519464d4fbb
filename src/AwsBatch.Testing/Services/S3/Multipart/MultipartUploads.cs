using System.Collections.Concurrent;

namespace AwsBatch.Testing.Services.S3.Multipart;

/// <summary>The uploads of a bucket that are neither completed nor aborted.</summary>
internal sealed class MultipartUploads
{
    private readonly ConcurrentDictionary<string, MultipartUpload> uploads = new(StringComparer.Ordinal);

    public string Start(MultipartUpload upload)
    {
        var id = Guid.NewGuid().ToString("N");
        uploads[id] = upload;
        return id;
    }

    /// <summary>The upload that a call names.</summary>
    /// <exception cref="Protocols.AwsErrorException">NoSuchUpload.</exception>
    public MultipartUpload Find(S3Call call) =>
        uploads.TryGetValue(Id(call), out var found) && found.Key == call.Key ? found : throw S3Errors.NoSuchUpload(Id(call));

    public void End(S3Call call) => uploads.TryRemove(Id(call), out _);

    private static string Id(S3Call call) => call.Request.Query["uploadId"] ?? "";
}
