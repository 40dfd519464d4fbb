using System.Globalization;
using System.Text;

namespace AwsBatch.Testing.Services.Ec2;

/// <summary>What a page ends with for the next to begin there: how many come before that.</summary>
internal static class PageToken
{
    public static string Encode(int number) => Convert.ToBase64String(Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Zero without a token.</summary>
    /// <exception cref="Protocols.AwsErrorException">InvalidNextToken.</exception>
    public static int Decode(string? token)
    {
        if (string.IsNullOrEmpty(token))
            return 0;
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            && int.TryParse(bytes.AsSpan(0, length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Ec2Errors.InvalidNextToken();
    }
}
