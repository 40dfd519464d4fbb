namespace AwsBatch.Tests.Support;

/// <summary>Holds every request that comes until the test lets it go, and counts who is inside.</summary>
public sealed class Gate
{
    // A guard against a hang, not a wait: a test that passes never reaches it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();
    private readonly List<(FakeRequest Request, TaskCompletionSource<string> Answer)> inside = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> watchers = [];

    public int Arrived { get; private set; }

    public int PeakInside { get; private set; }

    public int Inside
    {
        get
        {
            lock (gate)
                return inside.Count;
        }
    }

    public async Task<string> EnterAsync(FakeRequest request, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            inside.Add((request, answer));
            Arrived++;
            PeakInside = Math.Max(PeakInside, inside.Count);
            foreach (var watcher in watchers.Where(watcher => watcher.Count <= Arrived))
                watcher.Reached.TrySetResult();
        }

        try
        {
            return await answer.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (gate)
                inside.RemoveAll(waiting => waiting.Answer == answer);
        }
    }

    /// <summary>Waits until so many requests have come in all.</summary>
    public Task ArrivalOfAsync(int count)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (Arrived >= count)
                return Task.CompletedTask;
            watchers.Add((count, reached));
        }

        return reached.Task.WaitAsync(Patience);
    }

    /// <summary>Answers the request that has waited longest.</summary>
    public void LetOneGo(string answer = "ok") => LetOneGo(_ => answer);

    /// <summary>Answers the request that has waited longest by what it asks.</summary>
    public void LetOneGo(Func<FakeRequest, string> answer)
    {
        var (request, waiting) = TakeLongest();
        waiting.TrySetResult(answer(request));
    }

    /// <summary>Fails the request that has waited longest.</summary>
    public void FailOne(Exception exception) => TakeLongest().Answer.TrySetException(exception);

    private (FakeRequest Request, TaskCompletionSource<string> Answer) TakeLongest()
    {
        lock (gate)
        {
            var longest = inside[0];
            inside.RemoveAt(0);
            return longest;
        }
    }
}
