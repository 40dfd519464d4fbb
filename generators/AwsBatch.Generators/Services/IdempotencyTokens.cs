namespace AwsBatch.Generators.Services;

/// <summary>
/// Which property of a request the SDK fills in at every call if it is not set, which its packages do not say. Only names,
/// so that whoever knows those of an operation can ask, from symbols or at run time.
/// </summary>
/// <remarks>
/// A token that is missed costs a retry, as what carries none is not sent again after a lost answer; one that is none could
/// be refused. So what is neither usual nor in <c>IdempotencyTokens.tsv</c> is none.
/// </remarks>
internal static class IdempotencyTokens
{
    private const string None = "-";

    private static readonly string[] Usual = ["ClientToken", "ClientRequestToken", "IdempotencyToken"];

    private static readonly Lazy<Dictionary<(string Service, string Operation), string>> Exceptions = new(() =>
        DataTable.Read("IdempotencyTokens.tsv").ToDictionary(columns => (columns[0], columns[1]), columns => columns[2]));

    /// <summary>The property's name; null if the operation has no such property.</summary>
    /// <param name="service">As the AWS CLI names it.</param>
    /// <param name="operation">In the service's API.</param>
    /// <param name="request">The names of the request's properties that hold a text and can be set.</param>
    public static string? Find(string service, string operation, ICollection<string> request) =>
        !Exceptions.Value.TryGetValue((service, operation), out var exception) ? Usual.FirstOrDefault(request.Contains)
        : exception != None && request.Contains(exception) ? exception
        : null;
}
