using System.Text.Json;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.Ssm;

internal static class PutParameter
{
    private const string Standard = "Standard";
    private const int MaxStandard = 4096;
    private const int MaxAdvanced = 8192;

    public static void Answer(JsonCall<EmbeddedSsm> call, Utf8JsonWriter answer)
    {
        var parameters = call.Parameters;
        parameters.Refuse("AllowedPattern");
        var name = parameters.RequiredText("Name");
        if (!EmbeddedSsm.IsValidName(name))
            throw SsmErrors.InvalidName();
        var value = parameters.RequiredText("Value");
        if (value.Length == 0)
            throw JsonErrors.Validation.Invalid("Value", value, "Member must have length greater than or equal to 1");
        var tier = parameters.OneOf("Tier", Standard, "Advanced", "Intelligent-Tiering");
        if (value.Length > (tier == Standard ? MaxStandard : MaxAdvanced))
            throw tier == Standard ? SsmErrors.StandardValueTooLong(MaxStandard) : SsmErrors.ValueTooLong(MaxAdvanced);
        var dataType = parameters.Text("DataType") ?? "text";
        if (dataType is not ("text" or "aws:ec2:image" or "aws:ssm:integration"))
            throw SsmErrors.UnknownDataType(dataType);
        var type = parameters.Text("Type") is null ? null : parameters.OneOf("Type", "String", "StringList", StoredParameter.SecureString);
        var stored = call.State.Put(
            name,
            value,
            type,
            parameters.Flag("Overwrite"),
            dataType,
            parameters.Text("Description"));
        answer.WriteNumber("Version", stored.Version);
        answer.WriteString("Tier", Standard);
    }
}
