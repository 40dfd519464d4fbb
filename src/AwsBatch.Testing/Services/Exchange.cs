using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Signing;

namespace AwsBatch.Testing.Services;

/// <summary>A request that has been recognised, and the answer being made for it.</summary>
internal sealed record Exchange(IAwsService Service, AwsCall Call, AwsRequest Request, RequestSignature? Signature, AwsResponse Response);
