namespace AwsBatch.Testing.Signing;

/// <summary>The chain of signatures through a body sent in signed chunks: each signs its chunk and the signature before it.</summary>
internal sealed class ChunkSignature
{
    private readonly RequestSignature seed;
    private readonly byte[] key;
    private string previous;

    private ChunkSignature(RequestSignature seed, byte[] key)
    {
        this.seed = seed;
        this.key = key;
        previous = seed.Signature;
    }

    /// <summary>The chain's begin, or null if the kind of payload has unsigned chunks.</summary>
    public static ChunkSignature? For(string payload, RequestSignature seed, byte[] key) =>
        payload.StartsWith("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", StringComparison.Ordinal) ? new(seed, key) : null;

    public bool Accepts(ReadOnlySpan<byte> chunk, string signature) =>
        Accepts(StringToSign.OfChunk(seed.Timestamp, seed.Scope, previous, chunk), signature);

    public bool AcceptsTrailer(string trailer, string signature) =>
        Accepts(StringToSign.OfTrailer(seed.Timestamp, seed.Scope, previous, trailer), signature);

    private bool Accepts(string toSign, string signature)
    {
        previous = StringToSign.Sign(key, toSign);
        return SignatureVerifier.SameSignature(previous, signature);
    }
}
