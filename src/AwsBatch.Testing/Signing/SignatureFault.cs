namespace AwsBatch.Testing.Signing;

/// <summary>Why a request is refused before anyone looks at what it asks.</summary>
internal enum SignatureFault
{
    None,

    /// <summary>No signature at all.</summary>
    Missing,

    /// <summary>A signature, or a chunked body, that does not parse.</summary>
    Malformed,

    /// <summary>No such key, or not with that token.</summary>
    UnknownKey,

    /// <summary>Temporary credentials past their time.</summary>
    ExpiredToken,

    /// <summary>Signed more than fifteen minutes away from the endpoint's clock.</summary>
    Skewed,

    /// <summary>A presigned URL past its time.</summary>
    Expired,
    Mismatch,

    /// <summary>The body is not the one whose hash was signed.</summary>
    BodyMismatch,
}
