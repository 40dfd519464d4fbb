namespace AwsBatch.Pipeline.Tests.Services;

// The generator says of every operation what its endpoint depends on; only those of S3 and DynamoDB depend on anything.

[BatchService(
    "s3",
    "AbortMultipartUpload", "CompleteMultipartUpload", "CopyObject", "CopyPart", "CreateBucketMetadataConfiguration",
    "CreateBucketMetadataTableConfiguration", "CreateSession", "DeleteBucket", "DeleteBucketAnalyticsConfiguration",
    "DeleteBucketEncryption", "DeleteBucketIntelligentTieringConfiguration", "DeleteBucketInventoryConfiguration",
    "DeleteBucketMetadataConfiguration", "DeleteBucketMetadataTableConfiguration", "DeleteBucketMetricsConfiguration",
    "DeleteBucketOwnershipControls", "DeleteBucketPolicy", "DeleteBucketReplication", "DeleteBucketTagging",
    "DeleteBucketWebsite", "DeleteCORSConfiguration", "DeleteLifecycleConfiguration", "DeleteObject",
    "DeleteObjectAnnotation", "DeleteObjectTagging", "DeleteObjects", "DeletePublicAccessBlock", "GetACL",
    "GetBucketAbac", "GetBucketAccelerateConfiguration", "GetBucketAcl", "GetBucketAnalyticsConfiguration",
    "GetBucketEncryption", "GetBucketIntelligentTieringConfiguration", "GetBucketInventoryConfiguration",
    "GetBucketLocation", "GetBucketLogging", "GetBucketMetadataConfiguration", "GetBucketMetadataTableConfiguration",
    "GetBucketMetricsConfiguration", "GetBucketNotification", "GetBucketOwnershipControls", "GetBucketPolicy",
    "GetBucketPolicyStatus", "GetBucketReplication", "GetBucketRequestPayment", "GetBucketTagging",
    "GetBucketVersioning", "GetBucketWebsite", "GetCORSConfiguration", "GetLifecycleConfiguration", "GetObject",
    "GetObjectAcl", "GetObjectAnnotation", "GetObjectAttributes", "GetObjectLegalHold", "GetObjectLockConfiguration",
    "GetObjectMetadata", "GetObjectRetention", "GetObjectTagging", "GetObjectTorrent", "GetPublicAccessBlock",
    "HeadBucket", "InitiateMultipartUpload", "ListBucketAnalyticsConfigurations",
    "ListBucketIntelligentTieringConfigurations", "ListBucketInventoryConfigurations",
    "ListBucketMetricsConfigurations", "ListBuckets", "ListDirectoryBuckets", "ListMultipartUploads",
    "ListObjectAnnotations", "ListObjects", "ListObjectsV2", "ListParts", "ListVersions", "PutACL", "PutBucket", "PutBucketAbac",
    "PutBucketAccelerateConfiguration", "PutBucketAcl", "PutBucketAnalyticsConfiguration", "PutBucketEncryption",
    "PutBucketIntelligentTieringConfiguration", "PutBucketInventoryConfiguration", "PutBucketLogging",
    "PutBucketMetricsConfiguration", "PutBucketNotification", "PutBucketOwnershipControls", "PutBucketPolicy",
    "PutBucketReplication", "PutBucketRequestPayment", "PutBucketTagging", "PutBucketVersioning", "PutBucketWebsite",
    "PutCORSConfiguration", "PutLifecycleConfiguration", "PutObject", "PutObjectAcl", "PutObjectAnnotation",
    "PutObjectLegalHold", "PutObjectLockConfiguration", "PutObjectRetention", "PutObjectTagging",
    "PutPublicAccessBlock", "RenameObject", "RestoreObject", "SelectObjectContent",
    "UpdateBucketMetadataAnnotationTableConfiguration", "UpdateBucketMetadataInventoryTableConfiguration",
    "UpdateBucketMetadataJournalTableConfiguration", "UpdateObjectEncryption", "UploadPart", "WriteGetObjectResponse")]
internal partial interface IS3;

[BatchService(
    "dynamodb",
    "BatchExecuteStatement", "BatchGetItem", "BatchWriteItem", "CancelBulkOperation", "CreateBackup",
    "CreateGlobalTable", "CreateTable", "DeleteBackup", "DeleteItem", "DeleteResourcePolicy", "DeleteTable",
    "DescribeBackup", "DescribeBulkOperation", "DescribeContinuousBackups", "DescribeContributorInsights",
    "DescribeEndpoints", "DescribeExport", "DescribeGlobalTable", "DescribeGlobalTableSettings", "DescribeImport",
    "DescribeKinesisStreamingDestination", "DescribeLimits", "DescribeTable", "DescribeTableReplicaAutoScaling",
    "DescribeTimeToLive", "DisableKinesisStreamingDestination", "EnableKinesisStreamingDestination", "ExecuteStatement",
    "ExecuteTransaction", "ExportTableToPointInTime", "GetItem", "GetResourcePolicy", "ImportTable", "ListBackups",
    "ListBulkOperations", "ListContributorInsights", "ListExports", "ListGlobalTables", "ListImports", "ListTables",
    "ListTagsOfResource", "PutItem", "PutResourcePolicy", "Query", "RestoreTableFromBackup",
    "RestoreTableToPointInTime", "Scan", "SearchVectors", "StartBulkPutItems", "TagResource", "TransactGetItems",
    "TransactWriteItems", "UntagResource", "UpdateContinuousBackups", "UpdateContributorInsights", "UpdateGlobalTable",
    "UpdateGlobalTableSettings", "UpdateItem", "UpdateKinesisStreamingDestination", "UpdateTable",
    "UpdateTableReplicaAutoScaling", "UpdateTimeToLive")]
internal partial interface IDynamoDb;

[BatchService("ec2", "DescribeInstances")]
internal partial interface IEc2;

[BatchService("sqs", "SendMessage")]
internal partial interface ISqs;

[BatchService("ssm", "GetParameter")]
internal partial interface ISsm;

[BatchService("sts", "GetCallerIdentity")]
internal partial interface ISts;

[BatchService("kms", "Encrypt")]
internal partial interface IKms;

[BatchService("sso", "ListAccounts")]
internal partial interface ISso;

[BatchService("sso-oidc", "CreateToken")]
internal partial interface ISsoOidc;

[BatchService("lambda", "Invoke")]
internal partial interface ILambda;
