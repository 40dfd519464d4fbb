using AwsBatch.Cli.Running;

namespace AwsBatch.Cli.Commands;

/// <summary>Asks before anything is changed, where there is somebody to ask.</summary>
internal static class Confirmation
{
    public static bool IsGiven(Survey survey)
    {
        var changes = survey.Operations.Changes;
        if (changes == 0 || Console.IsInputRedirected || Console.IsOutputRedirected)
            return true;

        // Such as 2 s3:DeleteObject, 1 ec2:TerminateInstances.
        var operations = string.Join(", ", survey.Operations.Operations
            .Where(static operation => !operation.IsReadOnly)
            .Select(static operation => $"{operation.Count} {operation.Name}"));
        Console.Error.Write($"{changes} of {Counted.Of(survey.Count, "request")} may change something: {operations}. Send {(survey.Count == 1 ? "it" : "them")}? [y/N] ");
        return Console.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";
    }
}
