namespace AwsBatch.Benchmarks.Processes.Behaviours;

/// <summary>The same bytes at once, whatever is asked.</summary>
internal sealed class SameAnswer(byte[] answer) : Behaviour
{
    protected override byte[] Answer() => answer;
}
