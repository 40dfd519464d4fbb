using System.Runtime.CompilerServices;

namespace AwsBatch.Generators.Tests.Support;

/// <summary>
/// Compares text with a file beside the test, by the file convention of Verify: <c>Name.verified.cs</c> is committed, and a
/// mismatch writes <c>Name.received.cs</c> for a look and a move.
/// </summary>
internal static class Snapshot
{
    public static void Match(string text, string name, string extension = "cs", [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, name);
        var verified = $"{path}.verified.{extension}";
        var received = $"{path}.received.{extension}";
        var expected = File.Exists(verified) ? File.ReadAllText(verified) : "";
        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Equal(expected, text);
    }
}
