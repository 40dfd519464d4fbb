namespace AwsBatch.Testing.Services.Ec2;

internal sealed record Image(string Id, string Name, string Architecture, string Description, string Created);

/// <summary>The images there are, all owned by Amazon.</summary>
internal static class ImageCatalogue
{
    public const string OwnerId = "137112412989";
    public const string OwnerAlias = "amazon";

    public static readonly Image[] Images =
    [
        new("ami-0a000000000000001", "al2023-ami-2023.6-kernel-6.1-x86_64", "x86_64", "Amazon Linux 2023", "2024-11-14T18:06:31.000Z"),
        new("ami-0a000000000000002", "al2023-ami-2023.6-kernel-6.1-arm64", "arm64", "Amazon Linux 2023", "2024-11-14T18:06:39.000Z"),
        new("ami-0a000000000000003", "amzn2-ami-hvm-2.0-x86_64-gp2", "x86_64", "Amazon Linux 2", "2024-10-29T02:11:05.000Z"),
        new("ami-0a000000000000004", "Windows_Server-2022-English-Full-Base", "x86_64", "Microsoft Windows Server 2022", "2024-11-13T05:24:50.000Z"),
    ];
}
