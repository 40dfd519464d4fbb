using System.Text;

namespace AwsBatch.Pipeline.Xml;

/// <summary>
/// Where an element stands: the names from the document's root to it. Answers have the same again and again, so each is made
/// once and found by its name from then on.
/// </summary>
internal sealed class XmlPath
{
    /// <summary>How many paths are kept from one document for the next.</summary>
    public const int MostKept = 2_048;

    private readonly byte[] name;
    private readonly XmlPath top;
    private readonly List<XmlPath> children = [];

    // That which was found last: the same follows it in a list, its neighbour in a structure.
    private int last;

    /// <summary>The path of no element, above all others.</summary>
    public XmlPath()
        : this([], null, "/")
    {
    }

    private XmlPath(ReadOnlySpan<byte> name, XmlPath? parent, string text)
    {
        this.name = name.ToArray();
        top = parent?.top ?? this;
        Parent = parent ?? this;
        Depth = parent is null ? 0 : parent.Depth + 1;
        Text = text;
        IsRequestId = Depth == 2 && Ascii.EqualsIgnoreCase(name, "RequestId"u8);
    }

    /// <summary>The element around this one; itself where there is none.</summary>
    public XmlPath Parent { get; }

    /// <summary>How many elements there are from the root to this one, both counted.</summary>
    public int Depth { get; }

    /// <summary>As the SDK writes it: "/ListBucketResult/Name".</summary>
    public string Text { get; }

    /// <summary>Whether it is where EC2 gives a request's id.</summary>
    public bool IsRequestId { get; }

    /// <summary>How many paths there are below the topmost: kept by that one alone.</summary>
    public int Size { get; private set; }

    /// <summary>The element's name, in ASCII.</summary>
    public ReadOnlySpan<byte> Name => name;

    /// <summary>The path of an element in this one.</summary>
    /// <param name="childName">Its name, in ASCII.</param>
    public XmlPath Child(ReadOnlySpan<byte> childName)
    {
        for (var tried = 0; tried < children.Count; tried++)
        {
            var index = last + tried < children.Count ? last + tried : last + tried - children.Count;
            if (childName.SequenceEqual(children[index].name))
            {
                last = index;
                return children[index];
            }
        }

        var child = new XmlPath(childName, this, $"{(Depth == 0 ? "" : Text)}/{Encoding.ASCII.GetString(childName)}");
        last = children.Count;
        children.Add(child);
        top.Size++;
        return child;
    }
}
