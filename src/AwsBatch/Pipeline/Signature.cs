namespace AwsBatch.Pipeline;

/// <summary>The headers that sign a request.</summary>
/// <param name="Date">When it was signed.</param>
/// <param name="ContentSha256">The body's hash in hexadecimal digits.</param>
/// <param name="SecurityToken">The session's; null for lasting credentials.</param>
/// <param name="Authorization">The signature, and what it covers.</param>
internal readonly record struct Signature(string Date, string ContentSha256, string? SecurityToken, string Authorization);
