namespace AwsBatch.Cli.Commands;

/// <summary>Says on the standard error why a command ends.</summary>
internal static class ErrorText
{
    public static int Write(string message, int exitCode)
    {
        Console.Error.WriteLine($"awsbatch: {Printable.Escape(message.ReplaceLineEndings(" "))}");
        return exitCode;
    }
}
