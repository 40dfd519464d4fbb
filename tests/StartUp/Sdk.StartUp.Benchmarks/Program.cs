using Amazon.S3;
using AwsBatch.StartUp;

var firstRequest = new FirstRequest();
using var s3 = new AmazonS3Client(FirstRequest.Credentials, new AmazonS3Config
{
    ServiceURL = args[0],
    AuthenticationRegion = FirstRequest.Region,
    ForcePathStyle = true,
});
await firstRequest.SendAsync(request => s3.GetObjectMetadataAsync(request));
