using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AwsBatch.Dynamic.Parameters;

/// <summary>What reading the parameters of one request needs to know: where it is, and what it may touch.</summary>
internal sealed class ReadContext(bool allowFiles, Action<string>? namingFile = null)
{
    /// <summary>DynamoDB nests 32 values, each two steps; untrusted text must not exhaust the stack.</summary>
    public const int MaxDepth = 128;

    private readonly List<(string? Name, int Index)> steps = [];
    private Dictionary<IList, object>? added;

    /// <summary>Whether <c>@file:</c> may be read.</summary>
    public bool AllowFiles => allowFiles;

    /// <summary>Whether a file was named, so that the JSON is not all that the request is made of.</summary>
    public bool NamesFile { get; private set; }

    public void NameFile(string path)
    {
        NamesFile = true;
        namingFile?.Invoke(path);
    }

    public void Enter(string member) => Enter((member, 0));

    public void Enter(int index) => Enter((null, index));

    public void Leave() => steps.RemoveAt(steps.Count - 1);

    /// <summary>The element added to a list for members the API has outside of it; made once for all of them.</summary>
    public object ElementOf(IList list, Func<object> make)
    {
        added ??= new Dictionary<IList, object>(ReferenceEqualityComparer.Instance);
        if (!added.TryGetValue(list, out var element))
        {
            added.Add(list, element = make());
            list.Add(element);
        }

        return element;
    }

    /// <summary>The error that a value is of another type than its place takes, or of one of its types and still not what it takes.</summary>
    public InvalidRequestException Wrong(string expected, JsonElement found, params ReadOnlySpan<JsonValueKind> types) =>
        Invalid(types.Contains(found.ValueKind) ? $"must be {expected}" : $"must be {expected}, not {Describe(found)}");

    /// <summary>The error that a value is of the right type but cannot be used.</summary>
    public InvalidRequestException Invalid(string problem) => new(Path, $"{Path} {problem}.");

    /// <summary>The error that a member is not there.</summary>
    public InvalidRequestException Missing(string member, string expected) =>
        new($"{Path}.{member}", $"{Path}.{member} is missing; it is required and must be {expected}.");

    /// <summary>The error that no member is called so.</summary>
    public InvalidRequestException Unknown(string member, IReadOnlyList<string> nearest, IReadOnlyCollection<string> known)
    {
        var hint = nearest.Count > 0
            ? $"did you mean {string.Join(" or ", nearest)}?"
            : known.Count == 0 ? "nothing is known here." : $"known here: {string.Join(", ", known.Order(StringComparer.Ordinal))}.";
        return new InvalidRequestException($"{Path}.{member}", $"{Path}.{member} is not known; {hint}", nearest);
    }

    private string Path
    {
        get
        {
            var path = new StringBuilder("params");
            foreach (var (name, index) in steps)
                _ = name is null ? path.Append(CultureInfo.InvariantCulture, $"[{index}]") : path.Append('.').Append(name);
            return path.ToString();
        }
    }

    // Kinds, not values: a value may be a secret.
    private static string Describe(JsonElement found) => found.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };

    private void Enter((string?, int) step)
    {
        if (steps.Count == MaxDepth)
            throw Invalid($"is nested more than {MaxDepth} deep");
        steps.Add(step);
    }
}
