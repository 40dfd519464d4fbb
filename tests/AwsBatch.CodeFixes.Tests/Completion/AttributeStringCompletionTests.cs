using AwsBatch.CodeFixes.Completion;
using AwsBatch.CodeFixes.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace AwsBatch.CodeFixes.Tests.Completion;

/// <summary>What an editor offers at <c>$$</c>.</summary>
public sealed class AttributeStringCompletionTests
{
    private static readonly MefHostServices Host = MefHostServices.Create(
        [.. MefHostServices.DefaultAssemblies, typeof(AttributeStringCompletion).Assembly]);

    [Theory]
    [InlineData("""[BatchService("$$")]""")]
    [InlineData("""[BatchService("$$", "ListBuckets")]""")]
    [InlineData("""[BatchService("s$$")]""")]
    [InlineData("""[BatchService(@"$$")]""")]
    [InlineData("""[AwsBatch.BatchServiceAttribute(operations: ["ListBuckets"], service: "$$")]""")]
    public async Task The_first_string_is_a_service(string attribute)
    {
        var names = await NamesAsync($"{attribute} public partial interface IBatch;");

        Assert.Contains("s3", names);
        Assert.Contains("acm-pca", names);
        Assert.DoesNotContain("HeadObject", names);
    }

    [Fact]
    public async Task Services_whose_package_is_referenced_come_first()
    {
        var items = await ItemsAsync("""[BatchService("$$")] public partial interface IBatch;""");

        Assert.Equal("s3", items.OrderBy(item => item.SortText, StringComparer.Ordinal).First().DisplayText);
        Assert.Equal("AWSSDK.SimpleSystemsManagement", items.Single(item => item.DisplayText == "ssm").InlineDescription);
    }

    [Theory]
    [InlineData("""[BatchService("s3", "$$")]""")]
    [InlineData("""[BatchService("s3", "ListBuckets", "Head$$")]""")]
    [InlineData("""[BatchService("s3", ["$$", "ListBuckets"])]""")]
    [InlineData("""[BatchService("s3", operations: new[] { "$$" })]""")]
    [InlineData("""[BatchService(operations: "$$", service: "s3")]""")]
    [InlineData("""[BatchService(Names.S3, "$$")]""")]
    public async Task The_others_are_operations_of_the_service_by_both_names(string attribute)
    {
        var names = await NamesAsync($$"""
            {{attribute}} public partial interface IBatch;

            internal static class Names
            {
                public const string S3 = "s3";
            }
            """);

        Assert.Contains("HeadObject", names);
        Assert.Contains("GetObjectMetadata", names);
        Assert.DoesNotContain("ssm", names);
    }

    [Fact]
    public async Task What_is_named_already_is_not_offered_again()
    {
        var names = await NamesAsync("""[BatchService("s3", "HeadBucket", "$$")] public partial interface IBatch;""");

        Assert.DoesNotContain("HeadBucket", names);
        Assert.Contains("ListBuckets", names);
    }

    [Fact]
    public async Task A_quote_at_the_end_of_a_line_is_enough() => Assert.Contains(
        "s3", await NamesAsync("[BatchService(\"$$\npublic partial interface IBatch;"));

    [Fact]
    public async Task A_dash_goes_on_with_a_name() => Assert.All(
        await ItemsAsync("""[BatchService("acm$$")] public partial interface IBatch;"""),
        item => Assert.Contains(item.Rules.FilterCharacterRules, rule => rule.Kind == CharacterSetModificationKind.Add && rule.Characters.Contains('-')));

    [Fact]
    public async Task What_is_written_to_its_end_is_still_offered() => Assert.Contains(
        "HeadBucket", await NamesAsync("""[BatchService("s3", "ListBuckets", "HeadBucket$$")] public partial interface IBatch;"""));

    [Fact]
    public async Task A_method_s_string_is_an_operation_of_its_interface()
    {
        var names = await NamesAsync("""
            [BatchService("s3", "HeadBucket")]
            public partial interface IBatch
            {
                [BatchOperation("$$")]
                void Download();
            }
            """);

        Assert.Contains("GetObject", names);
        Assert.Contains("HeadBucket", names);
    }

    [Theory]
    [InlineData("""[BatchService("no-such-service", "$$")] public partial interface IBatch;""")]
    [InlineData("""[System.Obsolete("$$")] public partial interface IBatch;""")]
    [InlineData("""public interface IOther { [BatchOperation("$$")] void Download(); }""")]
    [InlineData("""public class Other { public string Text => "$$"; }""")]
    public async Task Nothing_is_offered_elsewhere(string source) => Assert.Empty(await NamesAsync(source));

    [Theory]
    [InlineData("[BatchService(\"acm-p$$x\")] public partial interface IBatch;", "(\"acm-pca\")]")]
    [InlineData("[BatchService(@\"acm-p$$x\")] public partial interface IBatch;", "(@\"acm-pca\")]")]
    [InlineData("[BatchService(\"acm-p$$)]\npublic partial interface IBatch;", "(\"acm-pca)]")]
    [InlineData("[BatchService(\"$$)]\npublic partial interface IBatch;", "(\"acm-pca)]")]
    public async Task An_accepted_name_replaces_all_between_the_quotes_and_nothing_behind_the_only_one(string source, string changed)
    {
        var (document, position) = Document(source);
        var service = CompletionService.GetService(document)!;
        var item = (await service.GetCompletionsAsync(document, position)).ItemsList.Single(item => item.DisplayText == "acm-pca");

        var change = await service.GetChangeAsync(document, item);

        Assert.Contains(changed, (await document.GetTextAsync()).WithChanges(change.TextChange).ToString());
    }

    [Theory]
    [InlineData('"', true)]
    [InlineData('L', true)]
    [InlineData(' ', false)]
    public void Typing_a_quote_or_a_letter_asks_for_it(char typed, bool asks)
    {
        var (document, position) = Document("""[BatchService("$$")] public partial interface IBatch;""");

        Assert.Equal(asks, new AttributeStringCompletion().ShouldTriggerCompletion(
            SourceText.From("\""), position, CompletionTrigger.CreateInsertionTrigger(typed), document.Project.Solution.Options));
    }

    private static async Task<IEnumerable<string>> NamesAsync(string source) => (await ItemsAsync(source)).Select(item => item.DisplayText);

    private static async Task<IReadOnlyList<CompletionItem>> ItemsAsync(string source)
    {
        var (document, position) = Document(source);
        return (await CompletionService.GetService(document)!.GetCompletionsAsync(document, position)).ItemsList;
    }

    private static (Document Document, int Position) Document(string source)
    {
        source = "using AwsBatch;\n\n" + source;
        var project = new AdhocWorkspace(Host).AddProject("App", LanguageNames.CSharp).WithMetadataReferences(References.WithS3);
        return (project.AddDocument("Source.cs", source.Replace("$$", "", StringComparison.Ordinal)), source.IndexOf("$$", StringComparison.Ordinal));
    }
}
