using Amazon.Runtime;

namespace AwsBatch.CompilerServices;

internal sealed class TextIdentity : StructuralIdentity<string>
{
    protected override bool HaveEqualParts(string x, string y) => string.Equals(x, y, StringComparison.Ordinal);

    protected override int HashParts(string value) => value.GetHashCode(StringComparison.Ordinal);

    protected override string CopyParts(string value) => value;
}

internal sealed class BytesIdentity : StructuralIdentity<MemoryStream>
{
    protected override bool HaveEqualParts(MemoryStream x, MemoryStream y) => ContentOf(x).SequenceEqual(ContentOf(y));

    protected override int HashParts(MemoryStream value)
    {
        var hash = default(HashCode);
        hash.AddBytes(ContentOf(value));
        return hash.ToHashCode();
    }

    // Visible, so that comparing with the copy allocates nothing.
    protected override MemoryStream CopyParts(MemoryStream value)
    {
        var content = value.ToArray();
        return new MemoryStream(content, 0, content.Length, writable: false, publiclyVisible: true);
    }

    private static ReadOnlySpan<byte> ContentOf(MemoryStream stream) =>
        stream.TryGetBuffer(out var buffer) ? buffer : stream.ToArray();
}

internal sealed class ConstantComparer : IEqualityComparer<ConstantClass>
{
    public static readonly ConstantComparer Instance = new();

    public bool Equals(ConstantClass? x, ConstantClass? y) => Structural.Equal(x, y);

    public int GetHashCode(ConstantClass obj) => obj.Value?.GetHashCode(StringComparison.Ordinal) ?? 0;
}
