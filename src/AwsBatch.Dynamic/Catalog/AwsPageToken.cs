namespace AwsBatch.Dynamic;

/// <summary>A member of an answer that goes into the request of the next page, by their API names.</summary>
/// <param name="Request">The request's member.</param>
/// <param name="Response">The answer's member.</param>
public sealed record AwsPageToken(string Request, string Response);
