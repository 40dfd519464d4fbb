using System.Collections.Concurrent;
using System.Text;
using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Services;
using AwsBatch.Testing.Services.S3;

namespace AwsBatch.Testing;

/// <summary>The buckets of an endpoint, for set-up and inspection without HTTP. Thread-safe.</summary>
public sealed class EmbeddedS3
{
    private readonly ConcurrentDictionary<string, Bucket> buckets = new(StringComparer.Ordinal);

    internal EmbeddedS3(ServiceAccount account) => Account = account;

    internal ServiceAccount Account { get; }

    /// <summary>Makes an empty bucket.</summary>
    /// <param name="name">By S3's rules: 3 to 63 lower-case letters, digits, dots and hyphens.</param>
    /// <exception cref="ArgumentException">The name is invalid or taken.</exception>
    public void CreateBucket(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!BucketName.IsValid(name))
        {
            throw new ArgumentException(
                $"'{name}' is no valid bucket name: 3 to 63 lower-case letters, digits, dots and hyphens.", nameof(name));
        }
        if (!TryCreate(name, Account.Region))
            throw new ArgumentException($"There is a bucket '{name}' already.", nameof(name));
    }

    /// <summary>Stores an object; the content is kept, not copied, so leave the array alone afterwards.</summary>
    /// <param name="bucket">A bucket that exists.</param>
    /// <param name="key">1 to 1,024 bytes of UTF-8.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="contentType">Its media type; S3's default is <c>binary/octet-stream</c>.</param>
    /// <exception cref="ArgumentException">There is no such bucket, or the key is empty or too long.</exception>
    public void Put(string bucket, string key, ReadOnlyMemory<byte> content, string contentType = StoredObject.DefaultContentType)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (!ObjectKey.IsValid(key))
            throw new ArgumentException($"A key has at most {ObjectKey.MaxBytes} bytes of UTF-8.", nameof(key));
        var etag = StoredObject.ETagOf(StoredObject.Md5(content.Span));
        if (!Existing(bucket).Put(new(key, content, etag, Now(), contentType, [], Checksum: null)))
            throw NoBucket(bucket, nameof(bucket));
    }

    /// <summary>Stores a text object as UTF-8, of type <c>text/plain</c>.</summary>
    /// <inheritdoc cref="Put(string, string, ReadOnlyMemory{byte}, string)"/>
    public void Put(string bucket, string key, string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        Put(bucket, key, Encoding.UTF8.GetBytes(content), "text/plain");
    }

    /// <summary>The content of an object, or null if the bucket has no such key.</summary>
    /// <exception cref="ArgumentException">There is no such bucket.</exception>
    public ReadOnlyMemory<byte>? Get(string bucket, string key) =>
        Existing(bucket).TryGet(key, out var found) ? found.Content : default(ReadOnlyMemory<byte>?);

    internal IEnumerable<Bucket> Buckets => buckets.Values;

    internal DateTimeOffset Now() => StoredObject.WholeSeconds(Account.Time.GetUtcNow());

    internal bool TryCreate(string name, string region) => buckets.TryAdd(name, new Bucket(name, region, Now()));

    /// <exception cref="AwsErrorException">NoSuchBucket.</exception>
    internal Bucket Find(string name) => buckets.TryGetValue(name, out var bucket) ? bucket : throw S3Errors.NoSuchBucket(name);

    internal void Delete(Bucket bucket)
    {
        if (!bucket.TryDelete())
            throw S3Errors.BucketNotEmpty(bucket.Name);
        buckets.TryRemove(new(bucket.Name, bucket));
    }

    private Bucket Existing(string bucket)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        return buckets.TryGetValue(bucket, out var existing) ? existing : throw NoBucket(bucket, nameof(bucket));
    }

    private static ArgumentException NoBucket(string name, string parameter) => new($"There is no bucket '{name}'; create it first.", parameter);
}
