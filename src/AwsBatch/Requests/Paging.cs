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

    /// <summary>Describes a pageable operation.</summary>
    /// <param name="member">The response's property that holds the token, for errors.</param>
    /// <param name="readToken">The token in a form that equals another's only if the tokens do; null or empty ends the request.</param>
    /// <param name="continueWith">A copy of the request with the response's token set; neither is written to.</param>
    public Paging(string member, Func<TResponse, string?> readToken, Func<TRequest, TResponse, TRequest> continueWith)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(member);
        ArgumentNullException.ThrowIfNull(readToken);
        ArgumentNullException.ThrowIfNull(continueWith);
        Member = member;
        this.readToken = readToken;
        this.continueWith = continueWith;
    }

    internal string Member { get; }

    /// <summary>Null if no page follows.</summary>
    internal string? TokenOf(TResponse response) => readToken(response) is { Length: > 0 } token ? token : null;

    internal TRequest Next(TRequest request, TResponse response) => continueWith(request, response);
}
