using System.Security.Cryptography;
using System.Text;

namespace AwsBatch.Testing.Services.Ssm;

/// <summary>A parameter in its latest version; earlier ones are not kept.</summary>
internal sealed record StoredParameter(
    string Name, string Arn, string Type, string Value, string DataType, string? Description, long Version, DateTimeOffset LastModified)
{
    public const string SecureString = "SecureString";

    /// <summary>What a caller sees who did not ask for decryption: of a secure string, something that tells nothing.</summary>
    public string Sealed => Type == SecureString ? Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Value))) : Value;
}
