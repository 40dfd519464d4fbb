using System.Globalization;
using System.Xml;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Ec2;

internal delegate void Ec2Operation(Ec2Call call, AwsResponse response);

/// <summary>One call of an EC2 operation: its form parameters, and how its answer opens.</summary>
internal sealed class Ec2Call(EmbeddedEc2 ec2, QueryParameters parameters, string action, string operation, Ec2Operation answer)
    : AwsCall(operation)
{
    private const string Namespace = "http://ec2.amazonaws.com/doc/2016-11-15/";

    public EmbeddedEc2 Ec2 => ec2;

    public QueryParameters Parameters => parameters;

    public string? this[string name] => parameters[name];

    public override ValueTask AnswerAsync(AwsResponse response, CancellationToken cancellationToken)
    {
        if (this["DryRun"] == "true")
            throw Ec2Errors.DryRunOperation();
        answer(this, response);
        return default;
    }

    /// <exception cref="AwsErrorException">MissingParameter.</exception>
    public string Required(string name) => this[name] is { Length: > 0 } value ? value : throw Ec2Errors.MissingParameter(name);

    /// <summary>The values of a list parameter, <c>NAME.1</c>, <c>NAME.2</c> and so on.</summary>
    public List<string> Values(string name) => Values(parameters, name + ".");

    /// <summary>The filters, each with what it accepts.</summary>
    public List<(string Name, Predicate<string> Accepts)> Filters()
    {
        var filters = new List<(string, Predicate<string>)>();
        for (var i = 1; this[$"Filter.{i}.Name"] is { } name; i++)
            filters.Add((name, FilterValues.AnyOf(Values($"Filter.{i}.Value"))));
        return filters;
    }

    public int? Number(string name, int min, int max) => parameters.Number(name, min, max, Ec2Errors.InvalidParameterValue);

    /// <summary>How many come before the page that is asked for.</summary>
    /// <exception cref="AwsErrorException">InvalidNextToken.</exception>
    public int Skipped() => this["NextToken"] is not { Length: > 0 } token ? 0
        : int.TryParse(PageToken.Decode(token), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw Ec2Errors.InvalidNextToken();

    /// <summary>Writes what the next page is asked for with.</summary>
    /// <param name="xml">The answer.</param>
    /// <param name="skipped">How many come before that.</param>
    public static void WriteNextToken(XmlWriter xml, int skipped) =>
        xml.WriteElementString("nextToken", PageToken.Encode(skipped.ToString(CultureInfo.InvariantCulture)));

    public XmlWriter Open(AwsResponse response)
    {
        var xml = response.OpenXml(Ec2QueryProtocol.ContentType);
        xml.WriteStartElement(action + "Response", Namespace);
        xml.WriteElementString("requestId", response.RequestId);
        return xml;
    }

    private static List<string> Values(QueryParameters parameters, string prefix)
    {
        var values = new List<string>();
        foreach (var (name, value) in parameters.Pairs)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal)
                && int.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out _))
                values.Add(value);
        }
        return values;
    }
}
