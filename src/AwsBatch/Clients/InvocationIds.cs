namespace AwsBatch.Clients;

/// <summary>Sends all attempts of an item under the id of its first, as the SDK's own retries do.</summary>
internal sealed class InvocationIds : DelegatingHandler
{
    private const string Header = "amz-sdk-invocation-id";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Invocation.Current is { } invocation && request.Headers.NonValidated.TryGetValues(Header, out var made))
        {
            if (invocation.Id is null)
                invocation.Id = made.ToString();
            else if (!IsSigned(request))
                Replace(request, invocation.Id);
        }

        return base.SendAsync(request, cancellationToken);
    }

    private static void Replace(HttpRequestMessage request, string id)
    {
        request.Headers.Remove(Header);
        request.Headers.TryAddWithoutValidation(Header, id);
    }

    // The SDK leaves it out of its signatures, since it may change on the way; a signer of the user's own may not.
    private static bool IsSigned(HttpRequestMessage request) =>
        request.Headers.NonValidated.TryGetValues("Authorization", out var authorization)
        && authorization.ToString().Contains(Header, StringComparison.OrdinalIgnoreCase);
}
