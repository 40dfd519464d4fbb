using System.Net;
using System.Text;
using AwsBatch.Retries;

namespace AwsBatch;

/// <summary>Why one request failed.</summary>
public sealed class BatchError
{
    private readonly Func<string> describeRequest;

    internal BatchError(Func<string> describeRequest) => this.describeRequest = describeRequest;

    /// <summary>The service as the AWS CLI names it.</summary>
    public required string Service { get; init; }

    /// <summary>The operation's name in the service's API.</summary>
    public required string Operation { get; init; }

    /// <summary>The service's error code, such as <c>NoSuchBucket</c>; for other kinds a name of the fault.</summary>
    public required string Code { get; init; }

    /// <summary>What the service, the SDK or the network said.</summary>
    public required string Message { get; init; }

    /// <summary>The answer's HTTP status; null where there was no answer.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The service's id of the request, for its support; null where there was no answer.</summary>
    public string? RequestId { get; init; }

    /// <summary>What went wrong, as far as it matters for what to do next.</summary>
    public required BatchErrorKind Kind { get; init; }

    /// <summary>Whether the same request may succeed later, unchanged.</summary>
    public required bool IsRetryable { get; init; }

    /// <summary>Whether the request may have left this side; if not, it is no attempt.</summary>
    internal bool WasSent { get; init; } = true;

    /// <summary>Why the request was not sent again, if the failure itself does not say so.</summary>
    internal GivenUp GivenUp { get; init; }

    /// <summary>The exception itself: the SDK's own where the SDK threw it.</summary>
    public required Exception Exception { get; init; }

    /// <summary>
    /// One line to act on: service, operation, code, message, the request's key parameters and ids, and what to try.
    /// Never a secret.
    /// </summary>
    public override string ToString()
    {
        var line = new StringBuilder($"{Service}:{Operation} failed with {Code}");
        if (Message.Length > 0)
            line.Append(": ").Append(Message.ReplaceLineEndings(" ").TrimEnd('.', ' '));

        var details = new List<string>(3);
        if (describeRequest() is { Length: > 0 } parameters)
            details.Add(parameters);
        if (StatusCode is { } status)
            details.Add($"HTTP {(int)status}");
        if (RequestId is { Length: > 0 } id)
            details.Add($"request id {id}");
        if (details.Count > 0)
            line.Append(" (").AppendJoin("; ", details).Append(')');

        line.Append(line[^1] == '?' ? " " : ". ").Append(Advice());
        return Printable.Escape(Printable.WithoutUserInfo(line.ToString().TrimEnd()));
    }

    private string Advice() => GivenUp switch
    {
        GivenUp.OutcomeUnknown =>
            "The outcome is unknown: the request may have been carried out, and was not sent again since it may not be carried out twice. "
            + "Look at the resource before you repeat it.",
        GivenUp.BodySpent => "It was not sent again since its body cannot be read twice: give a stream that can seek.",
        GivenUp.BudgetSpent => "It was not sent again since too many requests to this service fail: check its health, then try again.",
        _ => AdviceOfKind(),
    };

    private string AdviceOfKind() => Kind switch
    {
        BatchErrorKind.Throttled => "Lower Concurrency or ask AWS for a higher quota.",
        BatchErrorKind.Timeout => "Raise AttemptTimeout or TotalTimeout, or lower Concurrency.",
        BatchErrorKind.Network => "Check the endpoint, the proxy and the network; the request may be sent again if it only reads.",
        BatchErrorKind.Service when StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            "Check the credentials and the policy that should allow it.",
        BatchErrorKind.Service when IsRetryable => "The service is at fault; try again.",
        _ => "",
    };
}
