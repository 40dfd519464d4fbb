namespace AwsBatch.Dynamic;

/// <summary>How a dynamic request is made, besides what it says itself.</summary>
public sealed record DynamicRequestOptions
{
    /// <summary>Where services are looked up; the app's own packages unless set.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public AwsServiceCatalog Catalog
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Catalog));
    } = AwsServiceCatalog.Default;

    /// <summary>Where the request goes; null, or null in a part, inherits.</summary>
    public BatchTarget? Target { get; init; }

    /// <summary>
    /// Whether <c>"@file:path"</c> and <c>"@fileb:path"</c> in parameters read files, paths being the process's own. Leave it
    /// off for parameters that come from others: they could send any file the process may read.
    /// </summary>
    public bool AllowFiles { get; init; }

    /// <summary>Called with the path of each file that parameters name, before it is read. Null: nothing is called.</summary>
    public Action<string>? NamingFile { get; init; }

    /// <summary>
    /// The file the bytes of the answer are written to, in place of what is there; required if the operation streams. It
    /// appears when it is complete; until then it is written beside its place, under a name that ends in <c>.part</c>.
    /// </summary>
    public string? OutputFile { get; init; }

    /// <summary>
    /// Called before each attempt, within its time-out; what it throws is the attempt's failure, and nothing is sent. Null:
    /// nothing is called.
    /// </summary>
    public Action? Sending { get; init; }
}
