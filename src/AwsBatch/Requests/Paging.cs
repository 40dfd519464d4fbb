using System.ComponentModel;

namespace AwsBatch.CompilerServices;

/// <summary>How the answers of an operation continue: what of an answer goes into the next request.</summary>
/// <typeparam name="TRequest">The SDK's request type.</typeparam>
/// <typeparam name="TResponse">The SDK's response type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Paging<TRequest, TResponse>
    where TRequest : class
{
    private readonly Func<TResponse, string?> readToken;
    private readonly Func<TRequest, TResponse, TRequest> continueWith;
    private readonly Func<TResponse, bool?>? saysMore;

    /// <summary>Describes a pageable operation.</summary>
    /// <param name="member">The response's property that holds the token, for errors.</param>
    /// <param name="readToken">The token in a form that equals another's only if the tokens do; null or empty ends the request.</param>
    /// <param name="continueWith">A copy of the request with the response's token set; neither is written to.</param>
    /// <param name="saysMore">The response's own word on whether more follows, such as <c>IsTruncated</c>; null if it has none.</param>
    public Paging(
        string member,
        Func<TResponse, string?> readToken,
        Func<TRequest, TResponse, TRequest> continueWith,
        Func<TResponse, bool?>? saysMore = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(member);
        ArgumentNullException.ThrowIfNull(readToken);
        ArgumentNullException.ThrowIfNull(continueWith);
        Member = member;
        this.readToken = readToken;
        this.continueWith = continueWith;
        this.saysMore = saysMore;
    }

    internal string Member { get; }

    /// <summary>Null if no page follows, or none can be asked for.</summary>
    internal string? TokenOf(TResponse response) =>
        saysMore?.Invoke(response) != false && readToken(response) is { Length: > 0 } token ? token : null;

    /// <summary>Whether the response says that more follows but not how to ask for it.</summary>
    internal bool IsCutOff(TResponse response) => saysMore?.Invoke(response) == true && TokenOf(response) is null;

    internal TRequest Next(TRequest request, TResponse response) => continueWith(request, response);
}
