using System.Diagnostics;
using System.Globalization;
using AwsBatch.Benchmarks.Measurement;
using AwsBatch.Benchmarks.Processes;

namespace AwsBatch.Benchmarks.Suites.StartUp;

/// <summary>How a process came up.</summary>
/// <param name="Process">From its start to its word that both requests were answered, as its parent sees it.</param>
/// <param name="FirstRequest">From its first line to the answer to its first request.</param>
/// <param name="SecondRequest">What the next request took.</param>
internal readonly record struct Start(TimeSpan Process, TimeSpan FirstRequest, TimeSpan SecondRequest);

/// <summary>A program that sends two requests, says how long they took, and ends.</summary>
internal sealed class FreshProcess(string program)
{
    public async Task<Start> StartAsync(Uri url, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var process = LineProcess.Start(program, url.AbsoluteUri);
        var line = await process.ReadAsync(cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started);
        return line?.Split(' ') is [var first, var second]
            ? new Start(elapsed, Milliseconds(first), Milliseconds(second))
            : throw new InvalidMeasurementException($"{Path.GetFileName(program)} has failed.");
    }

    private static TimeSpan Milliseconds(string text) => TimeSpan.FromMilliseconds(double.Parse(text, CultureInfo.InvariantCulture));
}
