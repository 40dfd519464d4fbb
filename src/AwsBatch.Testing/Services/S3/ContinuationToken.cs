using System.Text;

namespace AwsBatch.Testing.Services.S3;

/// <summary>An opaque token that stands for the last name of a page.</summary>
internal static class ContinuationToken
{
    public static string Encode(string last) => Convert.ToBase64String(Encoding.UTF8.GetBytes(last));

    /// <exception cref="Protocols.AwsErrorException">InvalidArgument: not a token made here.</exception>
    public static string Decode(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(token));
        }
        catch (FormatException)
        {
            throw S3Errors.InvalidArgument("continuation-token", token);
        }
    }
}
