namespace AwsBatch.Benchmarks.Suites;

/// <summary>Has the generator write the identity of a request, as in an app.</summary>
[BatchService("s3", "HeadObject")]
internal partial interface IS3Reads;
