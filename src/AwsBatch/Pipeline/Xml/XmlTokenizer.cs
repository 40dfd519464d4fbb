using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace AwsBatch.Pipeline.Xml;

/// <summary>
/// Takes an XML document apart if it is of the kind that AWS writes: UTF-8, elements and text, and no attribute but a namespace.
/// It knows less than there is in XML, so as to be sure of the rest: what it takes, the SDK's reader takes the same way.
/// </summary>
internal ref struct XmlTokenizer(ReadOnlySpan<byte> document, XmlPath root, XmlTokens tokens)
{
    // More of it the SDK's reader may take for text.
    private const int MostWhiteSpace = 1_024;

    // Of no service; bound the time for documents that are made to take long.
    private const int Deepest = 64;
    private const int MostPaths = 2 * XmlPath.MostKept;

    // What XML forbids, and the carriage return, which readers treat in more than one way.
    private static readonly byte[] Controls =
        [.. Enumerable.Range(0, ' ').Select(static code => (byte)code).Except("\t\n"u8.ToArray())];

    private static readonly SearchValues<byte> TextStops = SearchValues.Create([.. "<&]"u8, .. Controls]);
    private static readonly SearchValues<byte> ValueStops = SearchValues.Create([.. "\"<&"u8, .. Controls]);
    private static readonly SearchValues<byte> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-."u8);

    private static readonly byte[][] Declarations =
    [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"u8.ToArray(),
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>"u8.ToArray(),
        "<?xml version=\"1.0\"?>"u8.ToArray(),
        "<?xml version='1.0' encoding='UTF-8'?>"u8.ToArray(),
        "<?xml version='1.0' encoding='utf-8'?>"u8.ToArray(),
    ];

    private readonly ReadOnlySpan<byte> document = document;
    private readonly XmlPath root = root;
    private XmlPath path = root;
    private int position;

    private readonly ReadOnlySpan<byte> Rest => document[position..];

    /// <summary>Takes the document apart.</summary>
    /// <returns>Whether it is of that kind; if not, the tokens are of no use.</returns>
    public bool Run() =>
        HasPlainCharacters(document) && TakeDeclaration() && TakeWhiteSpace() && TakeElements() && position == document.Length;

    // U+FFFE and U+FFFF are no characters in XML.
    private static bool HasPlainCharacters(ReadOnlySpan<byte> text) =>
        Ascii.IsValid(text) || (Utf8.IsValid(text) && text.IndexOf("\uFFFE"u8) < 0 && text.IndexOf("\uFFFF"u8) < 0);

    private bool TakeDeclaration()
    {
        if (!Rest.StartsWith("<?"u8))
            return true;

        foreach (var declaration in Declarations)
        {
            if (Rest.StartsWith(declaration))
            {
                tokens.Add(new(XmlTokenKind.Declaration, path));
                position = declaration.Length;
                return true;
            }
        }

        return false;
    }

    private bool TakeWhiteSpace()
    {
        var rest = Rest;
        if (rest.IsEmpty || rest[0] > ' ')
            return true;

        var length = rest.IndexOfAnyExcept(" \t\n"u8);
        if (length < 0)
            length = rest.Length;
        if (length is 0 or > MostWhiteSpace)
            return false;

        tokens.Add(new(XmlTokenKind.WhiteSpace, path));
        position += length;
        return true;
    }

    private bool TakeElements()
    {
        var depth = path.Depth;
        do
        {
            if (!(Rest.StartsWith("</"u8) ? TakeEnd() : TakeStart()) || !TakeWhiteSpace())
                return false;
        }
        while (path.Depth > depth);
        return true;
    }

    private bool TakeEnd()
    {
        var rest = document[(position + 2)..];
        var name = path.Name;
        if (name.IsEmpty || !rest.StartsWith(name) || rest.Length == name.Length || rest[name.Length] != '>')
            return false;

        tokens.Add(new(XmlTokenKind.End, path));
        path = path.Parent;
        position += name.Length + 3;
        return true;
    }

    private bool TakeStart()
    {
        if (Rest.IsEmpty || Rest[0] != '<' || path.Depth == Deepest)
            return false;

        var rest = document[(position + 1)..];
        var length = rest.IndexOfAnyExcept(NameCharacters);
        if (length <= 0 || !(char.IsAsciiLetter((char)rest[0]) || rest[0] == '_'))
            return false;

        var element = path.Child(rest[..length]);
        if (root.Size > MostPaths)
            return false;

        position += length + 1;
        var hasNamespace = Rest.StartsWith(" xmlns=\""u8);
        if (hasNamespace && !TakeNamespace())
            return false;

        if (Rest.StartsWith("/>"u8))
        {
            tokens.Add(new(XmlTokenKind.Empty, element));
            position += 2;
            return true;
        }

        if (Rest.IsEmpty || Rest[0] != '>')
            return false;

        position++;
        path = element;
        return TakeText(hasNamespace);
    }

    private bool TakeNamespace()
    {
        position += " xmlns=\"".Length;
        var length = Rest.IndexOfAny(ValueStops);
        if (length < 0 || Rest[length] != '"')
            return false;

        position += length + 1;
        return true;
    }

    private bool TakeText(bool hasNamespace)
    {
        var start = position;
        var hasReferences = false;
        while (true)
        {
            var length = Rest.IndexOfAny(TextStops);
            if (length < 0)
                return false;

            position += length;
            switch (document[position])
            {
                case (byte)'<':
                    tokens.Add(new(XmlTokenKind.Start, path, start, position - start, hasReferences, hasNamespace));
                    return true;
                case (byte)'&' when XmlReference.TryRead(Rest, out var reference):
                    position += reference.Length;
                    hasReferences = true;
                    break;
                case (byte)']' when !Rest.StartsWith("]]>"u8):
                    position++;
                    break;
                default:
                    return false;
            }
        }
    }
}
