using System.Buffers;

namespace AwsBatch.Pipeline.Xml;

/// <summary>The tokens of one document, in rented memory.</summary>
internal sealed class XmlTokens
{
    private XmlToken[] items = [];

    public int Count { get; private set; }

    public ref readonly XmlToken this[int index] => ref items[index];

    public void Add(in XmlToken token)
    {
        if (Count == items.Length)
            Grow();
        items[Count++] = token;
    }

    public void Clear()
    {
        ArrayPool<XmlToken>.Shared.Return(items);
        items = [];
        Count = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<XmlToken>.Shared.Rent(Math.Max(256, items.Length * 2));
        items.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<XmlToken>.Shared.Return(items);
        items = larger;
    }
}
