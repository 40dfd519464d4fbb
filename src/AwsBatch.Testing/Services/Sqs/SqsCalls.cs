using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.Sqs;

/// <summary>What several operations read and write alike.</summary>
internal static class SqsCalls
{
    /// <exception cref="Protocols.AwsErrorException">MissingParameter or QueueDoesNotExist.</exception>
    public static Queue Queue(this JsonCall<EmbeddedSqs> call) => call.State.Find(call.Parameters.RequiredText("QueueUrl"));

    /// <summary>A queue's URL at the address that this call came to, so that a client that follows it comes back here.</summary>
    public static string Url(this JsonCall<EmbeddedSqs> call, Queue queue) =>
        call.State.Url($"{call.Request.Scheme}://{call.Request.Headers.Host}", queue);
}
