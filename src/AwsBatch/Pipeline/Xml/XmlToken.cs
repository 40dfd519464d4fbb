namespace AwsBatch.Pipeline.Xml;

/// <summary>What a <see cref="XmlToken"/> stands for.</summary>
internal enum XmlTokenKind : byte
{
    /// <summary><c>&lt;?xml …?&gt;</c>.</summary>
    Declaration,

    /// <summary>White space after an element's end, or outside of all.</summary>
    WhiteSpace,

    /// <summary>The start of an element and the text up to the next tag.</summary>
    Start,

    /// <summary><c>&lt;Prefix/&gt;</c>, start and end in one.</summary>
    Empty,

    /// <summary>The end of an element.</summary>
    End,
}

/// <summary>A piece of a document, in the order in which the SDK's reader meets it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Path">The element that it starts or ends; of others the one around.</param>
/// <param name="Offset">Where its text starts in the document.</param>
/// <param name="Length">How many bytes its text has.</param>
/// <param name="HasReferences">Whether there are any such as <c>&amp;amp;</c> in its text.</param>
/// <param name="HasNamespace">Whether it declares the namespace of its name.</param>
internal readonly record struct XmlToken(
    XmlTokenKind Kind, XmlPath Path, int Offset = 0, int Length = 0, bool HasReferences = false, bool HasNamespace = false);
