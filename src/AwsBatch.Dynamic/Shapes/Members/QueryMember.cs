using System.Globalization;
using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes.Members;

/// <summary>
/// A list of strings that the SDK's marshaller leaves out, whatever its property holds: it is added to the query that is
/// sent.
/// </summary>
/// <param name="name">The API's name.</param>
/// <param name="parameter">What each is called in the query, before its number.</param>
/// <param name="shown">Where a response has it; null if none does.</param>
internal sealed class QueryMember(string name, string parameter, Member? shown) : Member(name)
{
    public override string Expected => "a list of strings";

    public override void Read(JsonElement json, object owner, ReadContext context)
    {
        if (json.ValueKind != JsonValueKind.Array)
            throw context.Wrong(Expected, json);
        foreach (var (index, item) in json.EnumerateArray().Index())
        {
            context.Enter(index);
            context.AddToQuery(string.Create(CultureInfo.InvariantCulture, $"{parameter}.{index + 1}"), (string)Scalars.Text.Read(item, context));
            context.Leave();
        }
    }

    public override bool Has(object owner) => shown?.Has(owner) == true;

    public override void Write(Utf8JsonWriter writer, object owner) => shown!.Write(writer, owner);
}
