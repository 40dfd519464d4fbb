using AwsBatch.Benchmarks.Processes;
using AwsBatch.Benchmarks.Suites.EndToEnd.Subjects;

namespace AwsBatch.Benchmarks.Suites.EndToEnd.Calls;

/// <summary>An operation that the subjects are compared by.</summary>
internal interface ICall
{
    /// <summary>As the SDKs' documentation names it, such as <c>s3:HeadObject</c>.</summary>
    string Name { get; }

    /// <summary>The whole HTTP answer of the endpoint.</summary>
    byte[] Answer { get; }

    /// <summary>Whether the answer is a refusal, so that each call ends in an exception of the service's.</summary>
    bool IsRefused { get; }

    /// <summary>The subjects in .NET, each of which is to be disposed.</summary>
    IReadOnlyList<ISubject> Subjects(EndpointProcess endpoint, int concurrency);

    /// <summary>What the SDK sends to that address for one request of this operation.</summary>
    RecordedRequest Record(Uri url);
}
