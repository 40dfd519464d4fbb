using AwsBatch.Generators.Model;

namespace AwsBatch.Generators.Emission;

/// <summary>The XML documentation of generated members: the SDK's, and what the call shape adds to it.</summary>
internal static class Documentation
{
    private const string Options = """
        /// <param name="options">How to run; what it leaves null inherits the interface's and then the app's defaults.</param>
        """;

    private const string Token = """
        /// <param name="cancellationToken">Cancels what is in flight and waits for its end.</param>
        """;

    private const string Consumer = """
        /// <param name="consume">
        /// Makes the result of a request and its response inside its slot; the response is disposed after it. Runs again if
        /// the request is retried.
        /// </param>
        """;

    private const string Result = """
        /// <typeparam name="TResult">What becomes of a response.</typeparam>
        """;

    public static string Call(Operation operation) => $"""
        /// <inheritdoc cref="{operation.DocumentationId}"/>
        /// <param name="request">The request.</param>
        {Token}
        """;

    public static string Batch(Operation operation) => Compose(
        operation,
        $"Sends every request as <c>{operation.Name}</c> and gives the results in the order of the requests.",
        "/// <param name=\"requests\">The requests; each gets its item, failed or not.</param>",
        "/// <returns>An item for every request, in their order, and a summary.</returns>");

    public static string Stream(Operation operation) => Compose(
        operation,
        $"Sends requests as <c>{operation.Name}</c> as they come, in bounded memory, and gives the results as they complete.",
        "/// <param name=\"requests\">The requests; they may be endless.</param>",
        "/// <returns>An item for every request, as it completes.</returns>");

    public static string Factory(Operation operation) => $"""
        /// <summary>
        /// A <c>{operation.Name}</c> request for a mixed batch, sent by <see cref="global::AwsBatch.IAwsBatch.RunAsync"/>.
        /// <inheritdoc cref="{operation.DocumentationId}" path="/summary/node()"/>
        /// </summary>
        {Consuming(operation, "/// <param name=\"request\">The request.</param>")}
        /// <returns>The handle under which the batch's result has its item.</returns>
        """;

    private static string Compose(Operation operation, string summary, string requests, string returns) => $"""
        /// <summary>
        /// {summary}
        /// <inheritdoc cref="{operation.DocumentationId}" path="/summary/node()"/>
        /// </summary>
        {Consuming(operation, requests)}
        {Options}
        {Token}
        {returns}
        """;

    private static string Consuming(Operation operation, string parameter) =>
        operation.Streams ? $"{Result}\n{parameter}\n{Consumer}" : parameter;
}
