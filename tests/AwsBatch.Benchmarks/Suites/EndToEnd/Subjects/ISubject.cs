namespace AwsBatch.Benchmarks.Suites.EndToEnd.Subjects;

/// <summary>One way of making many calls of one operation.</summary>
internal interface ISubject : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Makes so many calls, all of which have to end as the call says.</summary>
    Task<Turn> TakeTurnAsync(int calls, CancellationToken cancellationToken);
}
