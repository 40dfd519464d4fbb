using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Diagnostics;

/// <summary>Every diagnostic of the generator's analyzers.</summary>
internal static class Rules
{
    private const string Category = "AwsBatch";
    private const string HelpPages = "https://github.com/awsbatch/AwsBatch.Generated/blob/main/docs/diagnostics/";

    public static readonly DiagnosticDescriptor UnknownService = new(
        "AWSB001",
        "Unknown AWS service",
        "'{0}' is no AWS service{1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Services are named as the AWS CLI names them, such as s3, ec2 or dynamodb.",
        HelpPages + "AWSB001.md");

    public static readonly DiagnosticDescriptor UnreferencedService = new(
        "AWSB002",
        "The service's SDK package is not referenced",
        "The service '{0}' is in the package {1}, which this project does not reference: dotnet add package {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Operations are read from the AWSSDK packages that the project references.",
        HelpPages + "AWSB002.md");

    public static readonly DiagnosticDescriptor UnknownOperation = new(
        "AWSB003",
        "Unknown operation",
        "'{0}' is no operation of '{1}'{2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Operations are named as the service's API or the SDK names them, such as HeadObject or GetObjectMetadata.",
        HelpPages + "AWSB003.md");

    public static readonly DiagnosticDescriptor NoCallShape = new(
        "AWSB004",
        "Method is none of the call shapes",
        "'{0}' is none of the call shapes: Task<TResponse> or ValueTask<TResponse> of a TRequest, "
        + "Task<BatchResult<TRequest, TResponse>> of an IEnumerable<TRequest>, "
        + "IAsyncEnumerable<BatchItem<TRequest, TResponse>> of an IAsyncEnumerable<TRequest> or IEnumerable<TRequest>, "
        + "or IAsyncEnumerable<BatchPage<TRequest, TResponse>> of an IEnumerable<TRequest>; "
        + "those of BatchResult and BatchItem may take a Func<TRequest, TResponse, CancellationToken, ValueTask<TResult>> next and then give TResult; "
        + "BatchOptions and CancellationToken may follow",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A batch interface declares calls of operations; the return type and the first parameter say which call.",
        HelpPages + "AWSB004.md");

    // Another message of the same rule: the shape is one, but not of this operation.
    public static readonly DiagnosticDescriptor NotPageable = new(
        "AWSB004",
        "Method is none of the call shapes",
        "'{0}' is none of the call shapes of '{1}': its answers do not come in pages, "
        + "as its request and response have no token to continue by",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A batch interface declares calls of operations; the return type and the first parameter say which call.",
        HelpPages + "AWSB004.md");

    public static readonly DiagnosticDescriptor WrongRequest = new(
        "AWSB005",
        "Request type is not the operation's",
        "'{0}' takes {1}, but the request of '{2}' is {3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The operation of a method has one request type.",
        HelpPages + "AWSB005.md");

    public static readonly DiagnosticDescriptor WrongResponse = new(
        "AWSB006",
        "Response type is not the operation's",
        "'{0}' gives {1}, but the response of '{2}' is {3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The operation of a method has one response type.",
        HelpPages + "AWSB006.md");

    public static readonly DiagnosticDescriptor NotPartial = new(
        "AWSB007",
        "Batch interface or containing type is not partial",
        "'{0}' must be partial, so that the generator can add the members of the batch interface",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The generator writes a second part of the interface, inside its containing types.",
        HelpPages + "AWSB007.md");

    public static readonly DiagnosticDescriptor NotSupported = new(
        "AWSB008",
        "Not supported in a batch interface",
        "'{0}' is not supported in a batch interface: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Batch interfaces are not generic, can be named by their assembly, and have only methods that take requests by value.",
        HelpPages + "AWSB008.md");

    public static readonly DiagnosticDescriptor NoConsumer = new(
        "AWSB009",
        "Stream response without a consumer",
        "'{0}' gives responses of '{1}', which hold an open stream, after their slots: "
        + "take a Func<{2}, {3}, CancellationToken, ValueTask<TResult>> after the requests and give TResult",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A response that holds a stream is consumed inside its slot and then disposed, so that a batch holds no more connections than slots.",
        HelpPages + "AWSB009.md");

    // Other messages of the same rule: what holds a stream cannot be shared either.
    public static readonly DiagnosticDescriptor DedupedStream = new(
        "AWSB009",
        "Stream response shared, or a change left out",
        "The responses of '{0}' hold an open stream, which only one caller can read: they are never deduplicated",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A response that holds a stream is read once, so each request is sent.",
        HelpPages + "AWSB009.md");

    // Reported as a warning: a release knows one severity of an id.
    public static readonly DiagnosticDescriptor DedupedChange = new(
        "AWSB009",
        "Stream response shared, or a change left out",
        "'{0}' changes something: with DedupeMode.Always, of two equal requests the second is not sent",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Two equal requests that change something may both be meant.",
        HelpPages + "AWSB009.md");

    public static readonly DiagnosticDescriptor Collision = new(
        "AWSB010",
        "Two members collide",
        "'{0}' has the name of '{1}', generated for the operation '{2}', which is left out: rename '{0}'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A generated member cannot stand beside its interface's own name or another member of its name and parameters.",
        HelpPages + "AWSB010.md");

    // Another message of the same rule: what is left out is everything.
    public static readonly DiagnosticDescriptor ImplementationCollision = new(
        "AWSB010",
        "Two members collide",
        "'{0}' has the name of the class that implements '{1}', so nothing is generated: rename '{0}'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A generated member cannot stand beside its interface's own name or another member of its name and parameters.",
        HelpPages + "AWSB010.md");

    public static readonly DiagnosticDescriptor NoCancellationToken = new(
        "AWSB011",
        "Method takes no CancellationToken",
        "'{0}' takes no CancellationToken, so its callers cannot cancel it",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "A CancellationToken parameter lets callers cancel what is in flight.",
        HelpPages + "AWSB011.md");

    public static readonly DiagnosticDescriptor UnknownDynamicName = new(
        "AWSB012",
        "Dynamic request of a name that does not exist",
        "'{0}' is no {1}{2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The item of such a request can only fail.",
        HelpPages + "AWSB012.md");

    public static readonly DiagnosticDescriptor NoBatchInterface = new(
        "AWSB013",
        "Settings of what is no batch interface",
        "'{0}' has no [BatchService], so that these settings hold for nothing",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "AwsBatchOptions.For<TInterface> changes the settings of the calls made through that interface.",
        HelpPages + "AWSB013.md");
}
