namespace AwsBatch.Pipeline.Tests.Requests;

/// <summary>How much of a request is set, and to what.</summary>
internal enum Variant
{
    /// <summary>Every property, to plain text.</summary>
    Full,

    /// <summary>What the SDK asks for, and nothing else.</summary>
    Empty,

    /// <summary>Every property, to text with reserved, blank and non-ASCII characters.</summary>
    Reserved,

    /// <summary>Every property, collections with several entries each.</summary>
    Nested,
}
