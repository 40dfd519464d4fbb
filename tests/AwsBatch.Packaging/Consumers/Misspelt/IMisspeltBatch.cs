using AwsBatch;

namespace Misspelt;

[BatchService("s3", "HeadObjekt")]
public partial interface IMisspeltBatch;
