using System.Text.Json;
using AwsBatch.Generators.Text;

namespace AwsBatch.Cli.Input;

/// <summary>One request of an input: <c>{"service","operation","params","id"?,"region"?,"profile"?,"@out"?}</c>.</summary>
internal sealed class RequestEntry
{
    public const string Example = """{"service":"s3","operation":"ListBuckets","params":{}}""";

    private const string ServiceField = "service";
    private const string OperationField = "operation";
    private const string ParametersField = "params";
    private const string IdField = "id";
    private const string RegionField = "region";
    private const string ProfileField = "profile";
    private const string OutputFileField = "@out";

    private static readonly string[] Fields =
        [ServiceField, OperationField, ParametersField, IdField, RegionField, ProfileField, OutputFileField];

    // What others call the parameters, too far from their name to be found by its letters.
    private static readonly string[] OtherNamesOfParameters = ["parameters", "args", "arguments", "input"];

    private RequestEntry(InputValue value) => (Index, Line, Given) = value;

    /// <summary>Its place in the input, from 0.</summary>
    public int Index { get; }

    /// <summary>The line it begins on, from 1.</summary>
    public long Line { get; }

    /// <summary>The object as it was given.</summary>
    public JsonElement Given { get; }

    /// <summary>What the user knows it by; undefined if not given.</summary>
    public JsonElement Id { get; private set; }

    public string Service { get; private set; } = "";

    public string Operation { get; private set; } = "";

    public JsonElement Parameters { get; private set; }

    public BatchTarget? Target { get; private set; }

    public string? OutputFile { get; private set; }

    /// <summary>Why it is no request; null if it is one as far as its fields tell.</summary>
    public string? Mistake { get; private set; }

    /// <summary>Why its files cannot be its own; null if they are, as far as they have been looked at.</summary>
    public string? Clash { get; set; }

    /// <summary>Whether it has succeeded in the output that is retried, and so is not run again.</summary>
    public bool IsAnswered { get; private init; }

    /// <summary>Where it is in the input.</summary>
    public Place At => new(Line, Index);

    /// <param name="value">What it is read of.</param>
    /// <param name="isAnswered">Whether it is there for its files alone.</param>
    public static RequestEntry Read(InputValue value, bool isAnswered = false)
    {
        var entry = new RequestEntry(value) { IsAnswered = isAnswered };
        try
        {
            entry.ReadFields();
        }
        catch (InvalidOperationException)
        {
            // Half of a pair of surrogates, escaped.
            entry.Mistake = "a name or a text in it is not valid Unicode.";
        }

        return entry;
    }

    /// <summary>Where a request is: its line, and its index, since a line may hold an array.</summary>
    internal readonly record struct Place(long Line, int Index)
    {
        public override string ToString() => $"line {Line} (index {Index})";
    }

    private void ReadFields()
    {
        string? region = null, profile = null;
        var seen = 0;
        foreach (var field in Given.EnumerateObject())
        {
            CheckOnce(field.Name, ref seen);
            switch (field.Name)
            {
                case ServiceField:
                    Service = Text(field) ?? "";
                    break;
                case OperationField:
                    Operation = Text(field) ?? "";
                    break;
                case ParametersField:
                    Parameters = field.Value;
                    break;
                case IdField:
                    Id = field.Value;
                    CheckText(Id);
                    break;
                case RegionField:
                    region = Text(field);
                    break;
                case ProfileField:
                    profile = Text(field);
                    break;
                case OutputFileField:
                    OutputFile = Text(field);
                    break;
                default:
                    CheckName(field.Name);
                    break;
            }
        }

        if (region is not null || profile is not null)
            Target = new BatchTarget { Region = region, Profile = profile };
        if (Service.Length == 0)
            Mistake ??= $"\"{ServiceField}\" is missing: a request is a JSON object such as {Example}.";
        else if (Operation.Length == 0)
            Mistake ??= $"\"{OperationField}\" is missing: a request is a JSON object such as {Example}.";
    }

    // Text with half a character in it is found here, not by whoever shows it later.
    private static void CheckText(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            value.GetString();
    }

    private string? Text(JsonProperty field)
    {
        if (field.Value.ValueKind is JsonValueKind.String or JsonValueKind.Null)
            return field.Value.GetString();
        Mistake ??= $"\"{field.Name}\" must be a string.";
        return null;
    }

    // Which of two is meant nobody can tell.
    private void CheckOnce(string name, ref int seen)
    {
        if (Array.IndexOf(Fields, name) is not (>= 0 and var place))
            return;
        if ((seen & (1 << place)) != 0)
            Mistake ??= $"\"{name}\" is given twice.";
        seen |= 1 << place;
    }

    // Fields of the user's own are welcome, misspelt ones are not: without its parameters a request is another one.
    private void CheckName(string name)
    {
        var meant = OtherNamesOfParameters.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? ParametersField
            : NearestNames.Find(name, Fields) is [var nearest, ..] ? nearest : null;
        if (meant is not null)
            Mistake ??= $"\"{name}\" is not a field of a request; did you mean \"{meant}\"?";
    }
}
