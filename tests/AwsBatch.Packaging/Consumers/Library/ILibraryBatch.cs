using AwsBatch;

namespace Library;

[BatchService("s3", "ListBuckets", "HeadObject")]
public partial interface ILibraryBatch;
