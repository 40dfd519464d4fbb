using AwsBatch.Generators.Model;

namespace AwsBatch.Generators.Emission;

/// <summary>A method the generator adds for an operation: one source of its declaration and its implementation.</summary>
/// <param name="Options">The parameter of the options with its separator; empty for one call, which looks as the SDK's own.</param>
internal sealed record MethodTemplate(string ReturnType, string Name, string First, string Options, string Body, string Documentation)
{
    private const string OptionsParameter = $"{Names.Options}? options";

    public string Declaration => $"""
        {Documentation}
        {ReturnType} {Name}(
            {First},
            {(Options.Length > 0 ? Options + " = null,\n    " : "")}{Names.CancellationToken} cancellationToken = default);
        """;

    /// <summary>The methods of an operation, in the order they are written.</summary>
    public static IEnumerable<MethodTemplate> Of(OperationMembers members)
    {
        var operation = members.Operation;
        var result = operation.Streams ? "TResult" : operation.Response;
        var arity = operation.Streams ? "<TResult>" : "";
        var pair = $"<{operation.Request}, {result}>";
        var consumer = operation.Streams ? $",\n    {Names.Consumer(operation.Request, operation.Response, result)} consume" : "";
        var callee = operation.Streams ? $"{operation.Name}.Consume(consume)" : operation.Name;

        if (members.Shapes.HasFlag(GeneratedShapes.Call))
            yield return new MethodTemplate(
                Names.Task(operation.Response),
                $"{members.Name}Async",
                $"{operation.Request} request",
                Options: "",
                $"invoker.InvokeAsync({operation.Name}, request, options: null, cancellationToken)",
                Emission.Documentation.Call(operation));

        if (members.Shapes.HasFlag(GeneratedShapes.Batch))
            yield return new MethodTemplate(
                Names.Task($"global::AwsBatch.BatchResult{pair}"),
                $"{members.Name}BatchAsync{arity}",
                $"{Names.Sequence(operation.Request)} requests{consumer}",
                OptionsParameter,
                $"invoker.BatchAsync({callee}, requests, options, cancellationToken)",
                Emission.Documentation.Batch(operation));

        if (members.Shapes.HasFlag(GeneratedShapes.StreamOfAsync))
            yield return Stream(Names.AsyncSequence(operation.Request));

        if (members.Shapes.HasFlag(GeneratedShapes.StreamOfSequence))
            yield return Stream(Names.Sequence(operation.Request));

        MethodTemplate Stream(string source) => new(
            Names.AsyncSequence($"global::AwsBatch.BatchItem{pair}"),
            $"{members.Name}StreamAsync{arity}",
            $"{source} requests{consumer}",
            OptionsParameter,
            $"invoker.StreamAsync({callee}, requests, options, cancellationToken)",
            Emission.Documentation.Stream(operation));
    }

    public string Implementation(string @interface) => $"""
        {ReturnType} {@interface}.{Name}(
            {First},
            {(Options.Length > 0 ? Options + ",\n    " : "")}{Names.CancellationToken} cancellationToken) =>
            {Body};
        """;
}
