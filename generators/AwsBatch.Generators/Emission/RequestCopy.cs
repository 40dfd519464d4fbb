using AwsBatch.Generators.Model;

namespace AwsBatch.Generators.Emission;

/// <summary>Writes a copy of a request with some of its properties set anew: the caller's own is never written to.</summary>
internal static class RequestCopy
{
    /// <param name="type">The request's type.</param>
    /// <param name="copied">The properties taken over.</param>
    /// <param name="assignments">The others, such as <c>NextToken = response.NextToken</c>.</param>
    /// <param name="indent">How far the lines after the first are indented.</param>
    public static string Write(string type, EquatableArray<string> copied, IEnumerable<string> assignments, int indent)
    {
        var margin = new string(' ', indent);
        var lines = copied.Select(name => $"{name} = request.{name}").Concat(assignments);
        return $"new {type}\n{margin}{{\n{string.Concat(lines.Select(line => $"{margin}    {line},\n"))}{margin}}}";
    }
}
