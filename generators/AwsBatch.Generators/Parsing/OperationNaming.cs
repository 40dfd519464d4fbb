using AwsBatch.Generators.Model;

namespace AwsBatch.Generators.Parsing;

/// <summary>How a method's name says its operation.</summary>
internal static class OperationNaming
{
    /// <summary>
    /// The operations a name may mean, likeliest first: <c>SendMessageBatchAsync</c> of a list is a batch of
    /// <c>SendMessage</c>, of one request it is the operation <c>SendMessageBatch</c>.
    /// </summary>
    public static IEnumerable<string> Candidates(string method, CallShape shape)
    {
        string[] endings = shape switch
        {
            CallShape.Batch => ["BatchAsync", "Async", "Batch"],
            CallShape.StreamOfAsync or CallShape.StreamOfSequence => ["StreamAsync", "Async", "Stream"],
            _ => ["Async"],
        };
        return endings
            .Where(ending => method.Length > ending.Length && method.EndsWith(ending, StringComparison.Ordinal))
            .Select(ending => method.Substring(0, method.Length - ending.Length))
            .Concat([method]);
    }
}
