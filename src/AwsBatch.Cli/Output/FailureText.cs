namespace AwsBatch.Cli.Output;

/// <summary>A request's error in one line, as the core's own errors are written, and fit to be shown: no control characters, no user of a URL.</summary>
internal static class FailureText
{
    public static string Of(string operation, string code, string reason) =>
        Printable.Escape(Printable.WithoutUserInfo($"{operation} failed with {code}: {reason}"));
}
