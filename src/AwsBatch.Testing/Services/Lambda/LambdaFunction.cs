using System.Security.Cryptography;
using System.Text;

namespace AwsBatch.Testing.Services.Lambda;

internal delegate ValueTask<ReadOnlyMemory<byte>> LambdaHandler(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken);

internal sealed record LambdaFunction(string Name, string Arn, DateTimeOffset LastModified, LambdaHandler Handler)
{
    /// <summary>Stands for the hash of the code that a real function would have.</summary>
    public string CodeSha256 { get; } = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Name)));
}
