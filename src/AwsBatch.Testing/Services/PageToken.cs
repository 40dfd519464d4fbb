using System.Text;

namespace AwsBatch.Testing.Services;

/// <summary>An opaque token that stands for where a page ended.</summary>
internal static class PageToken
{
    public static string Encode(string end) => Convert.ToBase64String(Encoding.UTF8.GetBytes(end));

    /// <summary>Where the page ended; null if the token was not made here.</summary>
    public static string? Decode(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length) && length > 0 ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
