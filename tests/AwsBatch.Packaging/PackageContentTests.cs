using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using AwsBatch.Packaging.Building;

namespace AwsBatch.Packaging;

[Collection(WorkshopCollection.Name)]
public class PackageContentTests(Workshop workshop)
{
    private const string AnalyzerSlot = "analyzers/dotnet/cs";

    // What a compiler of the floor, 5.0, brings to every host: the command line, Visual Studio and others.
    private static readonly Dictionary<string, Version> OfTheHost = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(5, 0, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(5, 0, 0, 0),
        ["System.Collections.Immutable"] = new(9, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 2, 0),
    };

    // Code fixes and completion run in editors only, which bring these besides.
    private static readonly Dictionary<string, Version> OfTheEditor = new(OfTheHost)
    {
        ["Microsoft.CodeAnalysis.Workspaces"] = new(5, 0, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(5, 0, 0, 0),
        ["Microsoft.CodeAnalysis.Features"] = new(5, 0, 0, 0),
        ["System.Composition.AttributedModel"] = new(9, 0, 0, 0),
        ["AwsBatch.Generators"] = new(int.MaxValue, 0),
    };

    [Fact]
    public void The_library_comes_with_its_documentation_its_analyzers_in_one_slot_and_its_target_and_nothing_else()
    {
        string[] expected =
        [
            "AwsBatch.nuspec",
            "README.md",
            "buildTransitive/net10.0/AwsBatch.targets",
            "lib/net10.0/AwsBatch.dll",
            "lib/net10.0/AwsBatch.xml",
            .. Repository.Analyzers.Select(analyzer => $"{AnalyzerSlot}/{analyzer}.dll"),
        ];
        Assert.Contains($"{AnalyzerSlot}/AwsBatch.Generators.dll", expected);

        Assert.Equal(expected.Order(StringComparer.Ordinal), Files("AwsBatch"));
    }

    [Fact]
    public void The_testing_endpoint_comes_with_its_documentation_and_nothing_else() => Assert.Equal(
        ["AwsBatch.Testing.nuspec", "README.md", "lib/net10.0/AwsBatch.Testing.dll", "lib/net10.0/AwsBatch.Testing.xml"],
        Files("AwsBatch.Testing"));

    [Theory]
    [InlineData("AwsBatch")]
    [InlineData("AwsBatch.Testing")]
    public void A_package_says_what_it_is(string id)
    {
        Assert.Equal("MIT", Metadata(id, "license"));
        Assert.Equal("README.md", Metadata(id, "readme"));
        Assert.NotEqual("", Metadata(id, "description"));
        Assert.NotEqual("Package Description", Metadata(id, "description"));
    }

    [Fact]
    public void The_packages_describe_themselves_differently() =>
        Assert.NotEqual(Metadata("AwsBatch", "description"), Metadata("AwsBatch.Testing", "description"));

    [Fact]
    public void The_library_asks_for_what_the_readme_says_and_nothing_else() => Assert.Equal(
        ["AWSSDK.Core", "Microsoft.Extensions.Configuration.Abstractions", "Microsoft.Extensions.Http", "Polly.Core"],
        Dependencies("AwsBatch").Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void The_testing_endpoint_asks_for_the_library_it_was_packed_with_and_nothing_else() => Assert.Equal(
        [new("AwsBatch", Metadata("AwsBatch", "version"))], Dependencies("AwsBatch.Testing"));

    [Fact]
    public void Analyzers_reference_only_what_the_oldest_compiler_brings()
    {
        Assert.NotEmpty(Repository.Analyzers);
        foreach (var analyzer in Repository.Analyzers)
        {
            var host = analyzer.EndsWith("CodeFixes", StringComparison.Ordinal) ? OfTheEditor : OfTheHost;
            foreach (var (name, version) in References($"{AnalyzerSlot}/{analyzer}.dll"))
            {
                Assert.True(
                    host.TryGetValue(name, out var newest) && version <= newest,
                    $"{analyzer} references {name} {version}, which a compiler of the floor does not bring.");
            }
        }
    }

    private static bool IsPayload(string file) => file is not "[Content_Types].xml"
        && !file.StartsWith("_rels/", StringComparison.Ordinal)
        && !file.StartsWith("package/", StringComparison.Ordinal);

    private List<string> Files(string id)
    {
        using var package = ZipFile.OpenRead(workshop.PackagePath(id));
        return [.. package.Entries.Select(entry => entry.FullName).Where(IsPayload).Order(StringComparer.Ordinal)];
    }

    private List<(string Name, Version Version)> References(string file)
    {
        using var package = ZipFile.OpenRead(workshop.PackagePath("AwsBatch"));
        using var content = new MemoryStream();
        using (var entry = package.GetEntry(file)!.Open())
            entry.CopyTo(content);

        content.Position = 0;
        using var image = new PEReader(content);
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences
            .Select(metadata.GetAssemblyReference)
            .Select(reference => (metadata.GetString(reference.Name), reference.Version))];
    }

    private XElement Nuspec(string id)
    {
        using var package = ZipFile.OpenRead(workshop.PackagePath(id));
        using var nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        return XElement.Load(nuspec);
    }

    private Dictionary<string, string> Dependencies(string id) => Nuspec(id).Descendants()
        .Where(element => element.Name.LocalName == "dependency")
        .ToDictionary(element => element.Attribute("id")!.Value, element => element.Attribute("version")!.Value);

    private string Metadata(string id, string name) =>
        Nuspec(id).Descendants().First(element => element.Name.LocalName == name).Value;
}
