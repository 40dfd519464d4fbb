namespace AwsBatch.Cli.Output;

/// <summary>An error of the core as a record has it: where it names the core's options, with what they are called here.</summary>
internal static class ErrorLine
{
    private static readonly (string Option, string Here)[] Names =
    [
        ($"{nameof(AwsBatchOptions)}.{nameof(AwsBatchOptions.Region)}", "--region, or \"region\" in the request"),
        ($"{nameof(AwsBatchOptions)}.{nameof(AwsBatchOptions.Profile)}", "--profile, or \"profile\" in the request"),
        (nameof(BatchOptions.TotalTimeout), "--timeout"),
        (nameof(BatchOptions.Concurrency), "--concurrency"),
    ];

    public static string Of(BatchError error) => $"{error}{NamesHere(error)}";

    // What services say is none of the core's words.
    private static string NamesHere(BatchError error)
    {
        if (error.Exception is not AwsBatchConfigurationException && error.Kind is not (BatchErrorKind.Throttled or BatchErrorKind.Timeout))
            return "";
        var line = error.ToString();
        var here = string.Join("; ", Names.Where(name => line.Contains(name.Option, StringComparison.Ordinal)).Select(static name => name.Here));
        return here.Length > 0 ? $" In awsbatch: {here}." : "";
    }
}
