namespace AwsBatch.Generators.Services;

/// <summary>
/// Which properties of a request decide whether it can be sent again. Only names, so that whoever has them can ask, from symbols or at run
/// time.
/// </summary>
internal static class ResendNames
{
    /// <summary>Whether a property holds the stream that becomes the HTTP body; other bytes are sent whole, wherever their stream stands.</summary>
    /// <param name="property">Its name.</param>
    /// <param name="type">Its type's name, of those in <c>System.IO</c>.</param>
    public static bool IsBody(string property, string type) =>
        type == nameof(Stream) || (type == nameof(MemoryStream) && property.EndsWith("Stream", StringComparison.Ordinal));

    /// <summary>Whether a property asks for a state: S3's headers and DynamoDB's conditions.</summary>
    public static bool IsCondition(string property) =>
        property is "ConditionExpression" or "Expected"
        || property.StartsWith("IfMatch", StringComparison.Ordinal)
        || property.StartsWith("IfNoneMatch", StringComparison.Ordinal);
}
