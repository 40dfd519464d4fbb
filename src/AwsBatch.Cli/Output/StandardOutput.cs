using Microsoft.Win32.SafeHandles;

namespace AwsBatch.Cli.Output;

/// <summary>The standard output, such that a reader who has gone is noticed.</summary>
internal static class StandardOutput
{
    private const int Descriptor = 1;

    public static Stream Open()
    {
        // The console's own stream takes what is written to a closed pipe for written. Of a file it is the one to use: it
        // shares its position with the standard error.
        if (OperatingSystem.IsWindows())
            return Console.OpenStandardOutput();
        try
        {
            var direct = new FileStream(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return direct.CanSeek ? Console.OpenStandardOutput() : direct;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Console.OpenStandardOutput();
        }
    }
}
