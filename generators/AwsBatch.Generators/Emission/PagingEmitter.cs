using AwsBatch.Generators.Model;

namespace AwsBatch.Generators.Emission;

/// <summary>Writes the field through which the core knows how an operation's answers continue.</summary>
internal static class PagingEmitter
{
    private const string Token = $"{Names.Core}.PageToken";

    /// <summary>The field of an operation.</summary>
    public static string Field(string operation) => $"{operation}Paging";

    public static string Write(Operation operation, Paging paging)
    {
        var member = string.Join("+", paging.Tokens.Select(token => token.Response));
        return $$"""
            internal static readonly {{Names.Core}}.Paging<{{operation.Request}}, {{operation.Response}}> {{Field(operation.Name)}} =
                new(
                    {{Names.Literal(member)}},
                    static response => {{Read(paging)}},
                    static (request, response) => {{RequestCopy.Write(operation.Request, paging.Copied, paging.Tokens.Select(Assign), indent: 8)}}{{(paging.MoreFlag is { } flag ? $",\n        static response => response.{flag}" : "")}});
            """;
    }

    private static string Read(Paging paging)
    {
        var texts = paging.Tokens.Select(token => Text($"response.{token.Response}", token.Form, depth: 0)).ToList();
        return texts.Count == 1 ? texts[0] : $"{Token}.Of([{string.Join(", ", texts)}])";
    }

    private static string Assign(PageToken token)
    {
        var value = $"response.{token.Response}";
        return $"{token.Request} = {(token.IsSentAsText ? Text(value, token.Form, depth: 0) : value)}";
    }

    private static string Text(string value, TokenForm form, int depth) => form switch
    {
        TextForm => value,
        ConstantForm => $"{value}?.Value",
        ScalarForm => $"{Token}.Of({value})",
        ListForm list => $"{Token}.List({value}, {Lambda(list.Element, depth)})",
        MapForm map => $"{Token}.Map({value}, {Lambda(map.Value, depth)})",
        ObjectForm parts => $"{Token}.Of([{Properties(value, parts, depth)}])",
        _ => throw new ArgumentException("Not a form the reader gives.", nameof(form)),
    };

    // One a line, deeper than the lambda that reads them.
    private static string Properties(string value, ObjectForm form, int depth)
    {
        var line = "\n" + new string(' ', 8 + (depth * 4));
        return string.Join(",", form.Properties.Select(property => line + Text($"{value}.{property.Name}", property.Form, depth)));
    }

    private static string Lambda(TokenForm form, int depth)
    {
        var parameter = $"item{(depth == 0 ? "" : depth + 1)}";
        return $"static {parameter} => {Text(parameter, form, depth + 1)}";
    }
}
