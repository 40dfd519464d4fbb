using System.Text.Json;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.Ssm;

internal static class DeleteParameter
{
    public static void Answer(JsonCall<EmbeddedSsm> call, Utf8JsonWriter answer)
    {
        var name = call.Parameters.RequiredText("Name");
        if (!call.State.Delete(name))
            throw SsmErrors.ParameterNotFound(name);
    }
}
