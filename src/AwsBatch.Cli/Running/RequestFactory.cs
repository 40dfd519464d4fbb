using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using AwsBatch.Cli.Input;
using AwsBatch.Cli.Output;
using AwsBatch.Dynamic;

namespace AwsBatch.Cli.Running;

/// <summary>Makes the SDK's requests of entries.</summary>
/// <param name="catalog">The services at hand.</param>
/// <param name="files">The run's own files.</param>
internal sealed class RequestFactory(AwsServiceCatalog catalog, DistinctFiles files)
{
    /// <summary>The code of errors of requests that were not sent for what they say.</summary>
    public const string InvalidRequestCode = "InvalidRequest";

    /// <summary>The operation an entry names; null if there is none.</summary>
    public AwsOperation? OperationOf(RequestEntry entry) => ServiceOf(entry)?.Find(entry.Operation);

    /// <summary>The operation's own name, whichever of its names the entry says.</summary>
    public OperationName NameOf(RequestEntry entry) => ServiceOf(entry) is { } service
        ? new(service.Name, service.Find(entry.Operation)?.Name ?? entry.Operation)
        : new(entry.Service, entry.Operation);

    /// <param name="entry">What was asked for.</param>
    /// <param name="sending">Called before each attempt.</param>
    public MadeRequest Make(RequestEntry entry, Action? sending = null) => Make(entry, entry.Parameters, sending);

    /// <param name="entry">What was asked for.</param>
    /// <param name="parameters">The parameters in place of the entry's own: those of its next page.</param>
    /// <param name="sending">Called before each attempt.</param>
    public MadeRequest Make(RequestEntry entry, JsonElement parameters, Action? sending = null)
    {
        if ((entry.Mistake ?? entry.Clash) is { } mistake)
            return Refused(entry, mistake);
        try
        {
            if (entry.OutputFile is { } file && OutputFile.FindMistake(file, files) is { } reason)
                return Refused(entry, reason);
            var request = DynamicRequest.Create(entry.Service, entry.Operation, parameters, new DynamicRequestOptions
            {
                Catalog = catalog,
                Target = entry.Target,
                AllowFiles = true,
                OutputFile = entry.OutputFile is null ? null : RealPath.Of(entry.OutputFile),
                Sending = sending,
            });
            return DynamicRequest.FindError(request) is { } error ? Refused(entry, error.Message) : new MadeRequest(request, Error: null);
        }
        catch (Exception exception)
        {
            // What one request holds must not end the others.
            return Refused(entry, exception.Message);
        }
    }

    /// <summary>Begins to take note of the files of requests.</summary>
    public RequestFiles TakeFiles() => new(this, files);

    /// <summary>The paths of the files that a request is made of.</summary>
    public IReadOnlyList<string> FilesReadBy(RequestEntry entry)
    {
        if (!MayNameFile(entry.Parameters))
            return [];
        var paths = new List<string>();
        try
        {
            DynamicRequest.Create(entry.Service, entry.Operation, entry.Parameters, new DynamicRequestOptions
            {
                Catalog = catalog,
                AllowFiles = true,
                NamingFile = paths.Add,
                OutputFile = entry.OutputFile,
            });
        }
        catch (Exception)
        {
            // It is made once more to be sent, and then tells.
        }

        return paths;
    }

    // Most do not, and to make a request twice takes time: neither "@file:" nor the SDK's FilePath is in them, nor anything escaped.
    private static bool MayNameFile(JsonElement parameters)
    {
        if (parameters.ValueKind != JsonValueKind.Object)
            return false;
        var left = JsonMarshal.GetRawUtf8Value(parameters);
        if (left.IndexOf("\\u"u8) >= 0)
            return true;
        for (; left.IndexOfAny((byte)'f', (byte)'F') is >= 0 and var at; left = left[(at + 1)..])
        {
            if (left.Length - at >= Word.Length && Ascii.EqualsIgnoreCase(left.Slice(at, Word.Length), Word))
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<byte> Word => "file"u8;

    private AwsService? ServiceOf(RequestEntry entry)
    {
        try
        {
            return catalog.Find(entry.Service);
        }
        catch (BadImageFormatException)
        {
            // A package that cannot be loaded: making the request says so.
            return null;
        }
    }

    private MadeRequest Refused(RequestEntry entry, string reason) =>
        new(Request: null, FailureText.Of(NameOf(entry).ToString(), InvalidRequestCode, reason));
}

/// <summary>A request, or why there is none.</summary>
internal readonly record struct MadeRequest(BatchRequest? Request, string? Error);
