using System.Text.Json;
using Amazon.KeyManagementService.Model;
using Amazon.S3.Model;

namespace AwsBatch.Dynamic.Tests.Requests;

public sealed class FileTests : IDisposable
{
    private static readonly DynamicRequestOptions WithFiles = new() { AllowFiles = true };

    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public FileTests() => File.WriteAllText(path, "content");

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Each_file_that_is_named_is_told_and_what_only_looks_like_one_is_not()
    {
        var named = new List<string>();
        var parameters = JsonSerializer.SerializeToElement(new { Bucket = "logs", Key = "@file:key", Body = $"@file:{path}" });

        DynamicRequest.Create("s3", "PutObject", parameters, WithFiles with { NamingFile = named.Add });
        DynamicRequest.Create("s3", "PutObject", JsonSerializer.SerializeToElement(new { Bucket = "logs", Key = "k", FilePath = path }), WithFiles with { NamingFile = named.Add });

        Assert.Equal([path, path], named);
    }

    [Theory]
    [InlineData("@file:")]
    [InlineData("@fileb:")]
    public void Bytes_may_lie_in_a_file(string prefix) => Assert.Equal(
        "content"u8.ToArray(),
        Made.Request<EncryptRequest>("kms", "Encrypt", Parameters("Plaintext", prefix, """ "KeyId":"k" """), WithFiles).Plaintext.ToArray());

    [Fact]
    public void An_encryption_key_may_lie_in_a_file() => Assert.Equal(
        Convert.ToBase64String("content"u8),
        Made.Request<GetObjectMetadataRequest>("s3", "HeadObject", Parameters("SSECustomerKey", "@fileb:", """ "Bucket":"b","Key":"k" """), WithFiles)
            .ServerSideEncryptionCustomerProvidedKey);

    [Fact]
    public void A_body_in_a_file_is_opened_when_it_is_sent()
    {
        var body = Made.Request<PutObjectRequest>("s3", "PutObject", Parameters("Body", "@fileb:", """ "Bucket":"b","Key":"k" """), WithFiles).InputStream;
        File.WriteAllText(path, "changed");

        Assert.Equal("changed", new StreamReader(body).ReadToEnd());
        body.Dispose();
        File.Delete(path);
    }

    [Fact]
    public void Files_are_refused_unless_they_are_allowed()
    {
        var error = Made.Error("kms", "Encrypt", Parameters("Plaintext", "@fileb:", """ "KeyId":"k" """));

        Assert.Equal("params.Plaintext", error.Path);
        Assert.Contains("files are not allowed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains("'/no/such/file'", Made.Error("kms", "Encrypt", """{"KeyId":"k","Plaintext":"@fileb:/no/such/file"}""", WithFiles).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_cannot_be_read_is_named()
    {
        // It is there, but what it holds nobody may read.
        if (!OperatingSystem.IsLinux())
            return;

        var error = Made.Error("kms", "Encrypt", """{"KeyId":"k","Plaintext":"@fileb:/proc/self/mem"}""", WithFiles);

        Assert.StartsWith("params.Plaintext names the file '/proc/self/mem', which cannot be read: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_looks_like_a_file_is_text() =>
        Assert.Equal("@file:x", Made.Request<GetObjectMetadataRequest>("s3", "HeadObject", """{"Bucket":"b","Key":"@file:x"}""", WithFiles).Key);

    private string Parameters(string member, string prefix, string others) =>
        $$"""{ {{others}}, "{{member}}": {{JsonSerializer.Serialize(prefix + path)}} }""";
}
