using AwsBatch.Benchmarks.Processes;

namespace AwsBatch.Benchmarks.Suites.EndToEnd;

/// <summary>A turn, and what the endpoint saw of it.</summary>
internal sealed record CountedTurn(Turn Turn, EndpointCount Endpoint);

/// <summary>What a subject did, round by round.</summary>
internal sealed class SubjectTurns(string subject) : List<CountedTurn>
{
    public string Subject => subject;
}
