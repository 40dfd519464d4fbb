using System.Globalization;
using Amazon.EC2;
using Amazon.Runtime;
using Amazon.S3;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Benchmarks.Suites;

/// <summary>A project as the compiler sees it: batch interfaces among two hundred other files, and two edits of it.</summary>
/// <param name="Name">What it is called in a row.</param>
/// <param name="Interfaces">The sources of its batch interfaces, a file each.</param>
/// <param name="Edited">The first of them after an edit.</param>
internal sealed record GeneratorWorkload(string Name, IReadOnlyList<string> Interfaces, string Edited)
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private const int OtherFiles = 200;

    private static readonly MetadataReference[] References =
    [
        .. Net100.References.All,
        .. new[] { typeof(BatchServiceAttribute), typeof(IAmazonService), typeof(IAmazonS3), typeof(IAmazonEC2), typeof(IServiceCollection) }
            .Select(type => MetadataReference.CreateFromFile(type.Assembly.Location)),
    ];

    public static GeneratorWorkload OfInterfaces(int count) => new(
        string.Create(CultureInfo.InvariantCulture, $"{count}-interfaces"),
        [.. Enumerable.Range(0, count).Select(number => Interface(number, "HeadObject", "ListObjectsV2", "GetObject"))],
        Interface(0, "HeadObject", "ListObjectsV2", "GetObject", "ListBuckets"));

    public static GeneratorWorkload OfWholeEc2()
    {
        string[] operations = [.. typeof(IAmazonEC2).GetMethods()
            .Where(method => method.GetParameters() is [var request, _] && request.ParameterType.Name.EndsWith("Request", StringComparison.Ordinal))
            .Select(method => method.Name[..^"Async".Length])
            .Distinct()];
        return new GeneratorWorkload("whole-ec2", [Ec2(operations)], Ec2(operations[1..]));
    }

    public CSharpCompilation Compile() => CSharpCompilation.Create(
        "App",
        [
            .. Interfaces.Select(Parse),
            .. Enumerable.Range(0, OtherFiles).Select(number => Parse($"internal class Other{number} {{ public int Value() => {number}; }}")),
        ],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    public static CSharpCompilation EditElsewhere(CSharpCompilation compilation) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[^1], Parse("internal class Edited { public int Value() => -1; }"));

    public CSharpCompilation EditInterface(CSharpCompilation compilation) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], Parse(Edited));

    private static string Interface(int number, params string[] operations) =>
        $"[AwsBatch.BatchService(\"s3\", {Quoted(operations)})] public partial interface IS3Batch{number};";

    private static string Ec2(string[] operations) =>
        $"[AwsBatch.BatchService(\"ec2\", {Quoted(operations)})] public partial interface IEc2Batch;";

    private static string Quoted(string[] operations) => string.Join(", ", operations.Select(operation => $"\"{operation}\""));

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, ParseOptions);
}
