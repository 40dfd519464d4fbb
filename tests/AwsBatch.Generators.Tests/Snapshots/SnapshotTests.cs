using AwsBatch.Generators.Tests.Support;

namespace AwsBatch.Generators.Tests.Snapshots;

public sealed class SnapshotTests
{
    [Fact]
    public void An_interface_that_names_its_operations()
    {
        var result = GeneratorTest.Run("""
            namespace Sample;

            [AwsBatch.BatchService("s3", "HeadObject", "GetObject")]
            public partial interface IS3Batch;
            """);

        Snapshot.Match(result["Sample.IS3Batch"], "NamedOperations");
    }
}
