using System.Globalization;
using System.Text.Json;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.Ssm;

/// <summary>GetParameter, GetParameters, GetParametersByPath.</summary>
internal static class GetParameters
{
    private const int MaxNames = 10;
    private const int MaxPage = 10;
    private const string InArn = ":parameter/";

    public static void One(JsonCall<EmbeddedSsm> call, Utf8JsonWriter answer)
    {
        var (name, version) = Split(call.Parameters.RequiredText("Name"));
        var found = Find(name, call.State) ?? throw SsmErrors.ParameterNotFound(name);
        if (!IsVersion(found, version))
            throw SsmErrors.ParameterVersionNotFound(found.Name, version!);
        answer.WritePropertyName("Parameter");
        answer.WriteParameter(found, Decrypts(call), Selector(version));
    }

    public static void Named(JsonCall<EmbeddedSsm> call, Utf8JsonWriter answer)
    {
        var names = call.Parameters.Texts("Names");
        if (names.Count is 0 or > MaxNames)
        {
            throw JsonErrors.Validation.Invalid(
                "Names", $"[{string.Join(", ", names)}]", $"Member must have length greater than or equal to 1, and less than or equal to {MaxNames}");
        }

        var invalid = new List<string>();
        answer.WriteStartArray("Parameters");
        foreach (var asked in names.Distinct(StringComparer.Ordinal))
        {
            var (name, version) = Split(asked);
            if (Find(name, call.State) is { } found && IsVersion(found, version))
                answer.WriteParameter(found, Decrypts(call), Selector(version));
            else
                invalid.Add(asked);
        }
        answer.WriteEndArray();
        answer.WriteStartArray("InvalidParameters");
        foreach (var name in invalid)
            answer.WriteStringValue(name);
        answer.WriteEndArray();
    }

    public static void ByPath(JsonCall<EmbeddedSsm> call, Utf8JsonWriter answer)
    {
        call.Parameters.Refuse("ParameterFilters");
        var given = call.Parameters.RequiredText("Path");
        if (!given.StartsWith('/'))
            throw SsmErrors.InvalidPath();
        var path = given.TrimEnd('/') + "/";
        var (recursive, decrypt) = (call.Parameters.Flag("Recursive"), Decrypts(call));
        var matches = call.State.All().Where(parameter => Below(path, parameter.Name) is { } rest && (recursive || !rest.Contains('/')));
        ParameterPage.Write(call.Parameters, answer, matches, MaxPage, parameter => answer.WriteParameter(parameter, decrypt));
    }

    // A name without a slash is at the root, as with one.
    private static string? Below(string path, string name) =>
        name.StartsWith(path, StringComparison.Ordinal) ? name[path.Length..]
        : path == "/" ? name
        : null;

    private static bool Decrypts(JsonCall<EmbeddedSsm> call) => call.Parameters.Flag("WithDecryption");

    // NAME or NAME:VERSION, where NAME may be an ARN, whose colons come before the name.
    private static (string Name, string? Version) Split(string asked)
    {
        var start = asked.IndexOf(InArn, StringComparison.Ordinal) is >= 0 and var at ? at + InArn.Length : 0;
        return asked.IndexOf(':', start) is >= 0 and var colon ? (asked[..colon], asked[(colon + 1)..]) : (asked, null);
    }

    // An ARN has the name behind its slash, whether the name begins with one or not.
    private static StoredParameter? Find(string nameOrArn, EmbeddedSsm ssm)
    {
        if (nameOrArn.IndexOf(InArn, StringComparison.Ordinal) is not (>= 0 and var at))
            return ssm.Find(nameOrArn);
        var name = nameOrArn[(at + InArn.Length)..];
        return ssm.Find("/" + name) ?? ssm.Find(name);
    }

    private static bool IsVersion(StoredParameter parameter, string? version) =>
        version is null || version == parameter.Version.ToString(CultureInfo.InvariantCulture);

    private static string? Selector(string? version) => version is null ? null : ":" + version;
}
