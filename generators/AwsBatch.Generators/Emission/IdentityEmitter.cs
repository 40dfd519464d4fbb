using AwsBatch.Generators.Model;

namespace AwsBatch.Generators.Emission;

/// <summary>Writes, once for an assembly and a namespace of the SDK, what makes requests the same.</summary>
internal static class IdentityEmitter
{
    private const string Root = "Amazon.";

    public static string HintName(IdentityGroup group) => $"AwsBatch.{Container(group.Namespace)}";

    /// <summary>The identity of a type, as code outside its file names it.</summary>
    public static string Instance(ComparedType type) =>
        $"global::{Names.AssemblyNamespace}.{Container(type.Namespace)}.{Class(type.Name)}.Instance";

    /// <summary>The identity of a type, as its own file names it.</summary>
    public static string Instance(ObjectPart type, string @namespace) => type.Namespace == @namespace
        ? $"{Class(type.Name)}.Instance"
        : $"global::{Names.AssemblyNamespace}.{Container(type.Namespace)}.{Class(type.Name)}.Instance";

    public static string Write(IdentityGroup group)
    {
        var writer = new CodeWriter();
        writer.Write(Names.Header);
        if (group.Types.Any(type => type.UsesObsolete))
            writer.Write("#pragma warning disable CS0612, CS0618 // the SDK calls properties obsolete that are sent all the same");
        writer.BlankLine();
        using (writer.Open($"namespace {Names.AssemblyNamespace}"))
        {
            writer.Write($"using Structural = {Names.Core}.Structural;");
            writer.BlankLine();

            // Embedded: this assembly's tests may see its internals and have a class of the same name.
            writer.Write($"""
                /// <summary>Which requests of <c>{group.Namespace}</c> are the same.</summary>
                [global::Microsoft.CodeAnalysis.Embedded]
                """);
            using (writer.Open($"internal static class {Container(group.Namespace)}"))
            {
                var isFirst = true;
                foreach (var type in group.Types)
                {
                    if (!isFirst)
                        writer.BlankLine();
                    isFirst = false;
                    Write(writer, type);
                }
            }
        }

        return writer.ToString();
    }

    private static void Write(CodeWriter writer, ComparedType type)
    {
        var parts = new PartExpressions(type.Namespace);
        var name = $"global::{type.Namespace}.{type.Name}";
        var equal = type.Parts.Select(part => parts.Equal(part)).ToList();
        var hash = type.Parts.Select(part => parts.Hash(part)).ToList();
        var copy = type.Parts.Select(part => parts.Copy(part)).ToList();

        using var _ = writer.Open($"internal sealed class {Class(type.Name)} : {Names.Core}.StructuralIdentity<{name}>");
        writer.Write($"internal static readonly {Class(type.Name)} Instance = new();");
        foreach (var (field, fieldType, value) in parts.Fields)
            writer.Write($"\nprivate static readonly {fieldType} {field} =\n    {value};");
        writer.Write($"""

            protected override bool HaveEqualParts({name} x, {name} y) =>
                {(equal.Count == 0 ? "true" : string.Join("\n    && ", equal))};

            {HashParts(name, hash)}

            protected override {name} CopyParts({name} value) =>
                {(copy.Count == 0 ? "new();" : $"new()\n    {{\n{string.Concat(copy.Select(line => $"        {line},\n"))}    }};")}
            """);
    }

    private static string HashParts(string name, List<string> parts) => parts.Count == 0
        ? $"protected override int HashParts({name} value) => 0;"
        : $$"""
            protected override int HashParts({{name}} value)
            {
                var hash = new global::System.HashCode();
                {{string.Join("\n    ", parts)}}
                return hash.ToHashCode();
            }
            """;

    // Amazon.S3.Model: S3ModelIdentities.
    private static string Container(string @namespace) =>
        $"{(@namespace.StartsWith(Root, StringComparison.Ordinal) ? @namespace.Substring(Root.Length) : @namespace).Replace(".", "")}Identities";

    private static string Class(string name) => $"{name}Identity";
}
