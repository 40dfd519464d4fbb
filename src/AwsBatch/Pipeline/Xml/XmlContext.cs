using System.Text;
using System.Xml;
using Amazon.Runtime.Internal.Transform;

namespace AwsBatch.Pipeline.Xml;

/// <summary>
/// What the SDK's unmarshallers read a document through, over tokens in the place of a general reader of XML. It passes from
/// token to token as the SDK's own passes from node to node, and serves one document after the other.
/// </summary>
internal sealed class XmlContext : XmlUnmarshallerContext
{
    [ThreadStatic]
    private static XmlContext? ofThread;

    private readonly DocumentStream stream;
    private readonly XmlTokens tokens = new();
    private readonly XmlTexts texts = new();
    private ArraySegment<byte> document = [];
    private XmlPath root = new();
    private XmlPath path;
    private int position;
    private bool isInEmpty;
    private bool isBeforeNamespace;
    private bool isAtNamespace;

    private XmlContext(DocumentStream stream)
        : base(stream, maintainResponseBody: false, responseData: null)
    {
        this.stream = stream;
        path = root;
    }

    /// <summary>That of the thread that asks: an answer is unmarshalled at one go.</summary>
    public static XmlContext OfThread => ofThread ??= new(new DocumentStream());

    /// <summary>What EC2 gives as the request's id; null if none has been read.</summary>
    public string? RequestId { get; private set; }

    public override string CurrentPath => isAtNamespace ? $"{path.Text}/@xmlns" : path.Text;

    public override int CurrentDepth => path.Depth;

    public override bool IsStartElement => SdkReaderState.NodeType(this) == XmlNodeType.Element;

    public override bool IsEndElement => SdkReaderState.NodeType(this) == XmlNodeType.EndElement;

    public override bool IsStartOfDocument => position < 0;

    /// <summary>Begins with an answer.</summary>
    /// <param name="data">The answer.</param>
    /// <param name="body">Its document, which stays as it is until <see cref="Close"/>.</param>
    /// <returns>False if it is none of the kind that is read here: the SDK's own context then reads it.</returns>
    public bool TryOpen(ResponseData data, ArraySegment<byte> body)
    {
        if (root.Size > XmlPath.MostKept)
            root = new();
        if (body.Count > 0 && (!new XmlTokenizer(body, root, tokens).Run() || IsError()))
        {
            tokens.Clear();
            return false;
        }

        WebResponseData = data;
        IsEmptyResponse = data.SaysEmpty;
        document = body;
        stream.Open(body);
        path = root;
        position = -1;
        isInEmpty = isBeforeNamespace = isAtNamespace = false;
        RequestId = null;
        Show(XmlNodeType.None, "");
        return true;
    }

    /// <summary>Lets go of the answer.</summary>
    public void Close()
    {
        tokens.Clear();
        stream.Open(default);
        document = [];
        WebResponseData = null;
    }

    public override bool TestExpression(string expression) =>
        expression is "." || CurrentPath.EndsWith(expression, StringComparison.OrdinalIgnoreCase);

    // Asked for every member of a structure at each of its elements: so the least first.
    public override bool TestExpression(string expression, int startingStackDepth)
    {
        var text = CurrentPath;
        var before = text.Length - expression.Length - 1;
        return ((uint)before < (uint)text.Length
                && text[before] == '/'
                && path.Depth == startingStackDepth + StepsIn(expression)
                && text.AsSpan(before + 1).Equals(expression, StringComparison.OrdinalIgnoreCase))
            || expression is ".";
    }

    public override bool Read()
    {
        if (document.Count == 0)
            return ReadNothing();

        if (isBeforeNamespace)
        {
            isBeforeNamespace = false;
            isAtNamespace = true;
            SdkReaderState.NodeType(this) = XmlNodeType.Attribute;
            return true;
        }

        isAtNamespace = false;
        if (position < 0 || (position < tokens.Count && tokens[position].Kind is XmlTokenKind.Declaration or XmlTokenKind.WhiteSpace))
            position++;
        if (position < tokens.Count)
            Take(in tokens[position]);
        else
            Show(XmlNodeType.None, "");
        return position < tokens.Count;
    }

    private void Take(in XmlToken token)
    {
        switch (token.Kind)
        {
            case XmlTokenKind.Start:
                Start(token.Path, texts.Get(document.AsSpan(token.Offset, token.Length), token.HasReferences));
                isBeforeNamespace = token.HasNamespace;
                position++;
                break;
            case XmlTokenKind.Empty when !isInEmpty:
                Start(token.Path, "");
                isInEmpty = true;
                break;
            case XmlTokenKind.Empty or XmlTokenKind.End:
                SdkReaderState.NodeType(this) = XmlNodeType.EndElement;
                path = path.Parent;
                isInEmpty = false;
                position++;
                break;
            default:
                Show(XmlNodeType.None, "");
                position++;
                break;
        }
    }

    private void Start(XmlPath element, string text)
    {
        path = element;
        Show(XmlNodeType.Element, text);
        if (RequestId is null && element.IsRequestId)
            RequestId = text;
    }

    private void Show(XmlNodeType type, string text)
    {
        SdkReaderState.NodeType(this) = type;
        SdkReaderState.NodeContent(this) = text;
    }

    private static int StepsIn(string expression) => expression is ['@', ..] ? 0 : expression.AsSpan().Count('/');

    // S3 fails under a status of success, and its own context makes the exception.
    private bool IsError()
    {
        var first = 0;
        while (tokens[first].Kind is XmlTokenKind.Declaration or XmlTokenKind.WhiteSpace)
            first++;
        return Ascii.EqualsIgnoreCase(tokens[first].Path.Name, "Error"u8);
    }

    // Fails as the SDK's does.
    private static bool ReadNothing()
    {
        using var context = new XmlUnmarshallerContext(Stream.Null, maintainResponseBody: false, responseData: null);
        return context.Read();
    }
}
