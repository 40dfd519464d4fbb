using AwsBatch.Benchmarks.Measurement;
using AwsBatch.Benchmarks.Processes;
using AwsBatch.Benchmarks.Suites.EndToEnd.Calls;
using AwsBatch.Benchmarks.Suites.EndToEnd.Subjects;

namespace AwsBatch.Benchmarks.Suites.EndToEnd;

/// <summary>Has subjects make the same calls in turn, round by round, and the endpoint count what came of each.</summary>
internal sealed class Comparison(ICall call, EndpointProcess endpoint, IReadOnlyList<ISubject> subjects)
{
    // As many as are in flight: fewer would not be what is measured.
    private const int FewestCalls = EndToEndSuite.Concurrency;

    // As many turns as usual last, and the runtime has compiled what is hot for good: it does so in steps, some tenths of a second apart.
    private const int WarmUpTurns = 4;

    /// <param name="rounds">How many turns each subject takes that count.</param>
    /// <param name="length">How long about a turn is to last.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The turns of each subject, in the order of the rounds.</returns>
    /// <exception cref="InvalidMeasurementException">A call failed, or a subject sent more or fewer requests than it made calls.</exception>
    public async Task<IReadOnlyList<SubjectTurns>> RunAsync(int rounds, TimeSpan length, CancellationToken cancellationToken)
    {
        var all = subjects.Select(static subject => new SubjectTurns(subject.Name)).ToList();
        var calls = new int[subjects.Count];
        for (var index = 0; index < subjects.Count; index++)
            calls[index] = await WarmUpAsync(subjects[index], length, cancellationToken);

        // Once more in turn: what the subjects share was still being compiled when the first of them was warm.
        for (var index = 0; index < subjects.Count; index++)
            calls[index] = Fill((await TakeTurnAsync(subjects[index], calls[index], cancellationToken)).Turn, length);

        for (var round = 0; round < rounds; round++)
        {
            for (var index = 0; index < subjects.Count; index++)
                all[index].Add(await TakeTurnAsync(subjects[index], calls[index], cancellationToken));
        }

        return all;
    }

    /// <summary>Compiles, connects, lets limiters settle.</summary>
    /// <returns>How many calls fill a turn.</returns>
    private async Task<int> WarmUpAsync(ISubject subject, TimeSpan length, CancellationToken cancellationToken)
    {
        var calls = FewestCalls;
        for (var spent = TimeSpan.Zero; spent < WarmUpTurns * length;)
        {
            var (turn, _) = await TakeTurnAsync(subject, calls, cancellationToken);
            spent += turn.Elapsed;
            calls = Fill(turn, length);
        }

        return calls;
    }

    private static int Fill(Turn turn, TimeSpan length) => Math.Max(FewestCalls, (int)(turn.CallsPerSecond * length.TotalSeconds));

    private async Task<CountedTurn> TakeTurnAsync(ISubject subject, int calls, CancellationToken cancellationToken)
    {
        await endpoint.AnswerAsync(call.Answer, cancellationToken);
        Turn turn;
        try
        {
            turn = await subject.TakeTurnAsync(calls, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new InvalidMeasurementException($"{call.Name}: a call of {subject.Name} failed: {exception.Message}", exception);
        }

        var count = await endpoint.CountAsync(cancellationToken);
        return count.Requests == calls
            ? new CountedTurn(turn, count)
            : throw new InvalidMeasurementException($"{call.Name}: {subject.Name} made {calls} calls and sent {count.Requests} requests.");
    }
}
