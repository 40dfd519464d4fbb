using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Services.Json;
using AwsBatch.Testing.Signing;

namespace AwsBatch.Testing.Services.Sqs;

/// <summary>SQS: JSON 1.0, with errors that clients of the older query protocol know by other names.</summary>
internal sealed class SqsService(EmbeddedSqs sqs)
    : JsonService<EmbeddedSqs>(sqs, "sqs", "AmazonSQS.", JsonRpcProtocol.Json10, SqsErrors.Parameters, Implemented)
{
    private static readonly JsonOperations<EmbeddedSqs> Implemented = new("sqs")
    {
        { "CreateQueue", Queues.Create },
        { "ListQueues", Queues.List },
        { "GetQueueUrl", Queues.GetUrl },
        { "GetQueueAttributes", Queues.GetAttributes },
        { "DeleteQueue", Queues.Delete },
        { "SendMessage", SendMessage.One },
        { "SendMessageBatch", SendMessage.Many },
        { "ReceiveMessage", ReceiveMessage.AnswerAsync },
        { "DeleteMessage", DeleteMessage.Answer },
    };

    public override IProtocol Protocol { get; } = new SqsProtocol();

    public override SignatureErrors SignatureErrors => SignatureErrors.Query;

    public override AwsError Throttled => SqsErrors.RequestThrottled;
}
