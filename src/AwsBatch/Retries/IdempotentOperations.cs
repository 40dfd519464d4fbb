using System.Collections.Frozen;

namespace AwsBatch.Retries;

/// <summary>
/// The mutating operations that may be carried out twice: the second time changes nothing more and is answered like the
/// first. A delete whose repetition is answered "not found" is none, nor what makes a new version, message or number.
/// </summary>
internal static class IdempotentOperations
{
    // Each line: service and operations, then where its semantics are written; "*" is every service.
    // Sources: "API" is the operation's page in the service's API reference.
    private const string Table = """
        s3  PutObject CopyObject UploadPart UploadPartCopy | API: the whole object or part is replaced; of several writes of a key the last stands
        s3  DeleteObject DeleteObjects | API: success also where there is no such object (a versioned bucket may get a second delete marker)
        s3  PutObjectTagging DeleteObjectTagging PutObjectAcl PutObjectRetention PutObjectLegalHold PutObjectLockConfiguration | API: replaces the whole setting
        s3  PutBucketTagging DeleteBucketTagging PutBucketPolicy DeleteBucketPolicy PutBucketAcl PutBucketCors DeleteBucketCors | API: replaces or removes the whole setting; 204 also where there is none
        s3  PutBucketLifecycleConfiguration DeleteBucketLifecycle PutBucketEncryption DeleteBucketEncryption PutBucketVersioning PutBucketLogging | API: replaces or removes the whole setting
        s3  PutBucketNotificationConfiguration PutBucketReplication DeleteBucketReplication PutBucketRequestPayment PutBucketWebsite DeleteBucketWebsite | API: replaces or removes the whole setting
        s3  PutBucketOwnershipControls DeleteBucketOwnershipControls PutPublicAccessBlock DeletePublicAccessBlock PutBucketAccelerateConfiguration | API: replaces or removes the whole setting
        s3  PutBucketAnalyticsConfiguration PutBucketIntelligentTieringConfiguration PutBucketInventoryConfiguration PutBucketMetricsConfiguration | API: replaces the configuration of that id
        dynamodb  PutItem DeleteItem | API: "DeleteItem is an idempotent operation" unless conditional; PutItem replaces the whole item
        dynamodb  BatchWriteItem | API: puts and deletes of whole items, which cannot be conditional
        dynamodb  UpdateContinuousBackups | API: sets a state
        sqs  DeleteMessage DeleteMessageBatch | API: success also where the message was deleted before
        sqs  CreateQueue | API: with the name and attributes of a queue that exists, its URL is answered
        sqs  SetQueueAttributes TagQueue UntagQueue | API: sets or removes values by name
        ssm  AddTagsToResource RemoveTagsFromResource | API: sets or removes values by key
        ec2  CreateTags DeleteTags | API: sets or removes values by key
        ec2  TerminateInstances AssociateAddress DisassociateAddress ReplaceNetworkAclAssociation | EC2 developer guide, "Ensuring idempotency": idempotent by default
        ec2  StartInstances StopInstances | API: success for an instance that is already in that state
        kms  Encrypt Decrypt ReEncrypt Sign Verify GenerateMac VerifyMac GenerateRandom GenerateDataKey GenerateDataKeyPair DeriveSharedSecret | API: computes and keeps nothing
        kms  GenerateDataKeyWithoutPlaintext GenerateDataKeyPairWithoutPlaintext | API: computes and keeps nothing
        kms  EnableKey DisableKey EnableKeyRotation DisableKeyRotation UpdateKeyDescription PutKeyPolicy UpdateAlias | API: sets a state
        sts  AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity GetSessionToken GetFederationToken DecodeAuthorizationMessage | API: issues another session and keeps nothing
        lambda  PutFunctionConcurrency DeleteFunctionConcurrency PutFunctionEventInvokeConfig | API: replaces or removes the whole setting
        *  TagResource UntagResource | API of each service: sets or removes values by key
        """;

    private static readonly FrozenSet<(string Service, string Operation)> Known = Read(Table);

    public static bool Contains(string service, string operation) =>
        Known.Contains((service, operation)) || Known.Contains(("*", operation));

    /// <summary>The table's entries, each a service and an operation.</summary>
    internal static IEnumerable<(string Service, string Operation)> All => Known;

    private static FrozenSet<(string Service, string Operation)> Read(string table) => table
        .Split('\n', StringSplitOptions.TrimEntries)
        .Select(static line => line[..line.IndexOf('|', StringComparison.Ordinal)].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(static words => words.Skip(1).Select(operation => (words[0], operation)))
        .ToFrozenSet();
}
