using AwsBatch.Cli.Running;

namespace AwsBatch.Cli.Commands;

/// <summary>Asks before anything is changed, where there is somebody to ask.</summary>
internal static class Confirmation
{
    public static bool IsGiven(Survey survey)
    {
        if (survey.Changes == 0 || Console.IsInputRedirected || Console.IsOutputRedirected)
            return true;

        Console.Error.Write($"{survey.Changes} of {survey.Count} requests may change something: {survey.Describe(changesOnly: true)}. Send them? [y/N] ");
        return Console.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";
    }
}
