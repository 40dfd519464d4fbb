using System.CommandLine;

namespace AwsBatch.Cli.Output;

/// <summary>The formats of <c>--output</c>.</summary>
internal static class RecordFormats
{
    public const string Ndjson = "ndjson";
    public const string Json = "json";
    public const string Table = "table";

    public static readonly string[] Names = [Ndjson, Json, Table];

    public static Option<string> Option(string usual = Ndjson)
    {
        var option = new Option<string>("--output")
        {
            Description = "How the output is written.",
            HelpName = string.Join('|', Names),
            DefaultValueFactory = _ => usual,
        };
        option.AcceptOnlyFromAmong(Names);
        return option;
    }

    public static IRecordFormat Of(string name) => name switch
    {
        Json => new JsonArrayFormat(),
        Table => new TableFormat(),
        _ => new NdjsonFormat(),
    };
}
