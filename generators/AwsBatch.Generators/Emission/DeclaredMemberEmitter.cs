using AwsBatch.Generators.Model;

namespace AwsBatch.Generators.Emission;

/// <summary>
/// Implements the members the user declared. Parameters get names of our own, and type parameters unusual ones: the user's may
/// be those of fields or keywords, and callers never see an explicit implementation.
/// </summary>
internal static class DeclaredMemberEmitter
{
    public static string Write(DeclaredMember member) => member switch
    {
        BoundMethod method => Write(method),
        UnboundMethod method => Write(method),
        UnboundAccessors accessors => Write(accessors),
        _ => throw new ArgumentException("Not a member the parser declares.", nameof(member)),
    };

    private static string Write(BoundMethod method)
    {
        var parameters = method.Parameters.Select(parameter => $"{parameter.Type} {Name(parameter.Role)}").ToEquatableArray();
        var constraints = Constraints(method.TypeParameters, method.ReturnType, parameters);
        return $"""
            {method.ReturnType} {method.Interface}.{method.Name}{Arity(method.TypeParameters)}(
                {string.Join(",\n    ", parameters)}){constraints} =>
                {Call(method)};
            """;
    }

    private static string Call(BoundMethod method)
    {
        var operation = Has(method, ParameterRole.Consumer) ? $"{method.Operation}.Consume(consume)" : method.Operation;
        var options = Has(method, ParameterRole.Options) ? "options" : "null";
        var token = Has(method, ParameterRole.CancellationToken) ? "cancellationToken" : "default";
        var given = $"{options}, {token}){Forgiven(method)}";
        return method.Shape switch
        {
            CallShape.Call => $"invoker.InvokeAsync({operation}, request, {given}",
            CallShape.ValueCall => $"new(invoker.InvokeAsync({operation}, request, {given})",
            CallShape.Batch => $"invoker.BatchAsync({operation}, requests, {given}",
            CallShape.Pages => $"invoker.PagesAsync({operation}, {PagingEmitter.Field(operation)}, requests, {given}",
            _ => $"invoker.StreamAsync({operation}, {Cast(method)}requests, {given}",
        };
    }

    private static string Cast(BoundMethod method) =>
        method.Parameters.Select(parameter => parameter.Cast).FirstOrDefault(cast => cast is not null) is { } cast ? $"({cast})" : "";

    // What a declaration says may be null, a task or an item of it, is none of another type for it.
    private static string Forgiven(BoundMethod method) => method.Parameters
        .Where(parameter => parameter.Role == ParameterRole.Consumer)
        .Select(parameter => parameter.Type)
        .Append(method.ReturnType)
        .Any(type => type.Contains("?")) ? "!" : "";

    private static string Write(UnboundMethod method)
    {
        var constraints = Constraints(method.TypeParameters, method.ReturnType, method.Parameters);
        return $"""
            {Unsafe(method.ReturnType, method.Parameters)}{method.ReturnType} {method.Interface}.{method.Name}{Arity(method.TypeParameters)}({Join(method.Parameters)}){constraints} =>
                {Refusal(method)};
            """;
    }

    private static string Write(UnboundAccessors member)
    {
        var name = member.Parameters.Count == 0 ? member.Name : $"{member.Name}[{Join(member.Parameters)}]";
        var accessors = string.Concat(member.Accessors.Select(accessor => $"    {accessor} => {Refusal(member)};\n"));
        return Unsafe(member.Type, member.Parameters) + member.Type + " " + member.Interface + "." + name + "\n{\n" + accessors + "}";
    }

    private static string Unsafe(string type, EquatableArray<string> parameters) =>
        parameters.Append(type).Any(text => text.Contains("*")) ? "unsafe " : "";

    private static string Refusal(DeclaredMember member)
    {
        var name = $"{member.Interface.Replace("global::", "")}.{member.Name}";
        return $"throw new global::System.NotSupportedException({Names.Literal($"{name} is no operation that AwsBatch can call.")})";
    }

    private static bool Has(BoundMethod method, ParameterRole role) => method.Parameters.Any(parameter => parameter.Role == role);

    private static string Name(ParameterRole role) => role switch
    {
        ParameterRole.Request => "request",
        ParameterRole.Requests => "requests",
        ParameterRole.Consumer => "consume",
        ParameterRole.Options => "options",
        _ => "cancellationToken",
    };

    private static string Arity(EquatableArray<TypeParameter> typeParameters) =>
        typeParameters.Count == 0 ? "" : $"<{string.Join(", ", typeParameters.Select(parameter => parameter.Name))}>";

    // Only where the language needs to be told: an implementation has the declaration's own.
    private static string Constraints(EquatableArray<TypeParameter> typeParameters, string returnType, EquatableArray<string> parameters) =>
        string.Concat(typeParameters
            .Where(type => type.Kind is not null && parameters.Append(returnType).Any(text => text.Contains($"{type.Name}?")))
            .Select(type => $"\n    where {type.Name} : {type.Kind}"));

    private static string Join(EquatableArray<string> items) => string.Join(", ", items);
}
