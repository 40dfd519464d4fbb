using System.Text;
using System.Text.RegularExpressions;

namespace AwsBatch.Testing.Services.S3;

internal static partial class BucketName
{
    public static bool IsValid(string name) => Pattern().IsMatch(name) && !name.Contains("..") && !Address().IsMatch(name);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    // The platform's own parser takes any number for an address, and 1.2 too.
    [GeneratedRegex(@"\A[0-9]+(?:\.[0-9]+){3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}

internal static class ObjectKey
{
    public const int MaxBytes = 1024;

    public static bool IsValid(string key) => key.Length <= MaxBytes && Encoding.UTF8.GetByteCount(key) <= MaxBytes;
}
