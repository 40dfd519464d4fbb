using AwsBatch.Generators.Tests.Support;

namespace AwsBatch.Generators.Tests.Diagnostics;

/// <summary>AWSB013: settings that hold for nothing.</summary>
public sealed class InterfaceSettingsTests
{
    [Theory]
    [InlineData("options.For<{|AWSB013:string|}>(it => it.Defaults = new());", "string")]
    [InlineData("options.For<IBatch>(it => { }).For<{|AWSB013:int[]|}>(it => { });", "int[]")]
    [InlineData("options.For<{|AWSB013:System.Collections.Generic.List<IBatch>|}>(it => { });", "List<IBatch>")]
    [InlineData("options?.For<{|AWSB013:IHeir|}>(it => { });", "IHeir")]
    [InlineData("Action<Action<BatchInterfaceOptions>> set = it => options.For<{|AWSB013:Other|}>(it);", "Other")]
    public async Task A_type_that_is_no_batch_interface(string statement, string type)
    {
        var message = Assert.Single(await RunAsync(statement));

        Assert.Equal($"'{type}' has no [BatchService], so that these settings hold for nothing", message);
    }

    [Theory]
    [InlineData("options.For<IBatch>(it => it.Defaults = new());")]
    [InlineData("options.For<T>(it => it.Defaults = new());")]
    [InlineData("Other.For<string>(it => it.Defaults = new());")]
    public async Task What_is_right_or_cannot_be_seen_is_not_reported(string statement) => Assert.Empty(await RunAsync(statement));

    private static Task<IReadOnlyList<string>> RunAsync(string statement) => AnalyzerTest.RunAsync($$"""
        using AwsBatch;

        [BatchService("s3", "HeadObject")]
        public partial interface IBatch;

        public interface IHeir : IBatch;

        public abstract class Other
        {
            public static void For<T>(Action<BatchInterfaceOptions> configure) => configure(new());
        }

        public static class Settings
        {
            public static void Set<T>(AwsBatchOptions options) where T : class
            {
                {{statement}}
            }
        }
        """);
}
