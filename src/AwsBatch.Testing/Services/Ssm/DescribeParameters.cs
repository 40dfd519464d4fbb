using System.Text.Json;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.Ssm;

internal static class DescribeParameters
{
    private const int MaxPage = 50;

    public static void Answer(JsonCall<EmbeddedSsm> call, Utf8JsonWriter answer)
    {
        call.Parameters.Refuse("Filters", "Shared");
        var filters = call.Parameters.Structures("ParameterFilters").ConvertAll(Filter);
        var matches = call.State.All().Where(parameter => filters.TrueForAll(filter => filter(parameter)));
        ParameterPage.Write(call.Parameters, answer, matches, MaxPage, answer.WriteMetadata);
    }

    private static Predicate<StoredParameter> Filter(JsonParameters filter)
    {
        var values = filter.Texts("Values");
        var matches = Comparison(filter.OneOf("Option", "Equals", "BeginsWith", "Contains"));
        return filter.OneOf("Key", "Name", "Type") == "Name"
            ? parameter => values.Exists(value => matches(parameter.Name, value))
            : parameter => values.Exists(value => matches(parameter.Type, value));
    }

    private static Func<string, string, bool> Comparison(string option) => option switch
    {
        "BeginsWith" => (text, value) => text.StartsWith(value, StringComparison.Ordinal),
        "Contains" => (text, value) => text.Contains(value, StringComparison.Ordinal),
        _ => (text, value) => text == value,
    };
}
