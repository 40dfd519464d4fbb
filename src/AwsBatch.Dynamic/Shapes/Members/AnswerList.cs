using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes.Members;

/// <summary>A list of an answer that is shown empty where the SDK has none.</summary>
internal sealed class AnswerList(Member list) : Member(list.Name)
{
    public override IReadOnlyCollection<string> Properties => list.Properties;

    public override string Expected => list.Expected;

    public override void Read(JsonElement json, object owner, ReadContext context) => list.Read(json, owner, context);

    public override bool Has(object owner) => true;

    public override void Write(Utf8JsonWriter writer, object owner)
    {
        if (list.Has(owner))
        {
            list.Write(writer, owner);
            return;
        }

        writer.WriteStartArray(Name);
        writer.WriteEndArray();
    }
}
