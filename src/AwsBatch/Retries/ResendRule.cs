namespace AwsBatch.Retries;

/// <summary>
/// Whether a request whose answer was lost may be sent again. The other side may have carried it out: only what changes
/// nothing, or ends in the same state and the same answer when carried out twice, may.
/// </summary>
internal static class ResendRule
{
    /// <param name="service">The service as the AWS CLI names it.</param>
    /// <param name="operation">The operation's name in the service's API.</param>
    /// <param name="isReadOnly">Whether the operation only reads.</param>
    /// <param name="hasToken">Whether this request carries an idempotency token, the same in each attempt.</param>
    /// <param name="isConditional">Whether this request asks for a state that its own first success has ended.</param>
    public static bool MayResend(string service, string operation, bool isReadOnly, bool hasToken, bool isConditional) =>
        isReadOnly || hasToken || (!isConditional && IdempotentOperations.Contains(service, operation));
}
