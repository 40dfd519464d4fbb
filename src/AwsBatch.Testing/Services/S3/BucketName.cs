using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace AwsBatch.Testing.Services.S3;

internal static partial class BucketName
{
    public static bool IsValid(string name) => Pattern().IsMatch(name) && !name.Contains("..") && !IPAddress.TryParse(name, out _);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

internal static class ObjectKey
{
    public const int MaxBytes = 1024;

    public static bool IsValid(string key) => key.Length <= MaxBytes && Encoding.UTF8.GetByteCount(key) <= MaxBytes;
}
