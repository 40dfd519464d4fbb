using System.Security.Cryptography;

namespace AwsBatch.Testing.Signing;

/// <summary>Keys that look like AWS's and are nobody's.</summary>
internal static class RandomCredentials
{
    /// <param name="kind">AKIA for a user's key, ASIA for a session's.</param>
    public static string Key(string kind) => kind + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16);

    public static string Secret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(30));

    public static string Token() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(120));
}
