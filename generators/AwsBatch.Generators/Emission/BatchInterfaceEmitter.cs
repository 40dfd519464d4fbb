using AwsBatch.Generators.Model;

namespace AwsBatch.Generators.Emission;

/// <summary>Writes the generated part of a batch interface: members, factories and the class that implements it.</summary>
internal static class BatchInterfaceEmitter
{
    public static string Write(BatchInterface model)
    {
        var writer = new CodeWriter();
        writer.Write(Names.Header);
        foreach (var pragma in Pragmas(model))
            writer.Write(pragma);
        writer.BlankLine();

        var blocks = new Stack<CodeWriter.Block>(Headers(model.Declaration).Select(writer.Open));
        WriteMembers(writer, model);
        WriteImplementation(writer, model);
        while (blocks.Count > 0)
            blocks.Pop().Dispose();
        return writer.ToString();
    }

    private static IEnumerable<string> Pragmas(BatchInterface model)
    {
        if (model.UsedOperations().Any(operation => operation.Obsolete is not null || operation.Token is { UsesObsolete: true })
            || Paged(model).Any(paged => paged.Paging.UsesObsolete))
            yield return "#pragma warning disable CS0612, CS0618 // the SDK calls something this interface uses obsolete";
        if (model.Members.Any(member => member is not BoundMethod))
            yield return "#nullable disable warnings // what fits no operation is repeated as it is declared";
        if (model.Warnings.Count > 0)
            yield return $"#pragma warning disable {string.Join(", ", model.Warnings)} // what a member of this interface names is obsolete or experimental";
        if (model.Declaration.Inherits)
            yield return "#pragma warning disable CS0108 // an inherited interface has an implementation of its own";
        else if (model.UsedOperations().Any(operation => operation.Name == nameof(GetType)))
            yield return "#pragma warning disable CS0108 // an operation of AppSync has the name of a method that every class has";
        if (!model.UsedOperations().Any())
            yield return "#pragma warning disable CS9113 // without an operation nothing is invoked";
    }

    private static IEnumerable<string> Headers(InterfaceDeclaration declaration)
    {
        if (declaration.Namespace is { } space)
            yield return $"namespace {space}";
        foreach (var container in declaration.Containers)
            yield return $"partial {container.Keyword} {container.Name}";
        yield return $"partial interface {declaration.Name}";
    }

    private static void WriteMembers(CodeWriter writer, BatchInterface model)
    {
        foreach (var members in model.Operations)
        {
            foreach (var method in MethodTemplate.Of(members))
                Write(method.Declaration);
            if (members.Shapes.HasFlag(GeneratedShapes.Factory))
                Write(FactoryEmitter.Write(members));

            void Write(string member)
            {
                writer.Write(Deprecated(members.Operation, member));
                writer.BlankLine();
            }
        }
    }

    private static void WriteImplementation(CodeWriter writer, BatchInterface model)
    {
        var @interface = model.Declaration.FullName;
        writer.Write(Names.EditorNever);
        using var _ = writer.Open(
            $"internal sealed class {Names.Implementation}({Names.Core}.IBatchInvoker<{@interface}> invoker) : {@interface}");
        writer.Write(ServiceEmitter.Write(model.Service));
        foreach (var operation in model.UsedOperations())
            Write(ServiceEmitter.Write(model.Service, operation));
        foreach (var (operation, paging) in Paged(model))
            Write(PagingEmitter.Write(operation, paging));
        foreach (var method in model.Operations.SelectMany(MethodTemplate.Of))
            Write(method.Implementation(@interface));
        foreach (var parent in model.Inherited)
        {
            foreach (var method in parent.Operations.SelectMany(MethodTemplate.Of))
                Write(method.Implementation(parent.Interface));
        }

        foreach (var member in model.Members)
            Write(DeclaredMemberEmitter.Write(member));
        if (model.Service.LeanClient is { } client)
            Write(ServiceEmitter.Write(client));

        void Write(string member)
        {
            writer.BlankLine();
            writer.Write(member);
        }
    }

    // Only where a member gives pages: what an interface does not use costs it nothing.
    private static IEnumerable<(Operation Operation, Paging Paging)> Paged(BatchInterface model)
    {
        var declared = model.Members
            .OfType<BoundMethod>()
            .Where(method => method.Shape == CallShape.Pages)
            .Select(method => method.Operation);
        var generated = model.Inherited
            .SelectMany(parent => parent.Operations)
            .Concat(model.Operations)
            .Where(members => members.Shapes.HasFlag(GeneratedShapes.Pages))
            .Select(members => members.Operation.Name);
        HashSet<string> names = [.. declared, .. generated];
        return model.UsedOperations()
            .Where(operation => names.Contains(operation.Name))
            .Select(operation => (operation, operation.Paging!));
    }

    private static string Deprecated(Operation operation, string member)
    {
        if (operation.Obsolete is not { } reason)
            return member;

        var documentation = member.LastIndexOf("///", StringComparison.Ordinal);
        var end = member.IndexOf('\n', documentation) + 1;
        var argument = reason.Length == 0 ? "" : $"({Names.Literal(reason)})";
        return member.Insert(end, $"[global::System.Obsolete{argument}]\n");
    }
}
