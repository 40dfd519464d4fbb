using System.Reflection;
using Amazon.Runtime;
using AwsBatch.Generators.Model;
using AwsBatch.Generators.Services;
using AwsBatch.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Tests.Services;

/// <summary>What is read from the SDK's packages, for every operation of those referenced.</summary>
public sealed class ServicePackageTests
{
    private static readonly IReadOnlyList<ServicePackage> Packages =
    [
        .. GeneratorTest.Compile().SourceModule.ReferencedAssemblySymbols
            .Where(assembly => assembly.Name.StartsWith("AWSSDK.", StringComparison.Ordinal))
            .Select(ServicePackage.Of)
            .Where(package => package.Interface is not null)
    ];

    [Fact]
    public void Every_operation_is_found_under_all_its_names()
    {
        var count = Packages.Sum(package => package.OperationNames.Select(package.Find).OfType<Operation>().Distinct().Count());

        Assert.Equal(9, Packages.Count);
        Assert.True(count > 1200, $"only {count} operations");
        Assert.All(Packages, package => Assert.All(package.OperationNames, name => Assert.NotNull(package.Find(name))));
    }

    [Fact]
    public void Every_renamed_operation_of_S3_is_in_the_SDK_under_its_own_name_only()
    {
        var s3 = Packages.Single(package => package.Interface == "global::Amazon.S3.IAmazonS3");

        Assert.All(RenamedInS3.Operations, renamed =>
        {
            Assert.Equal((renamed.Value, renamed.Key), (s3.Find(renamed.Key)!.Name, s3.Find(renamed.Key)!.SdkName));
            Assert.Same(s3.Find(renamed.Key), s3.Find(renamed.Value));
            Assert.DoesNotContain(typeof(Amazon.S3.IAmazonS3).GetMethods(), method => method.Name == renamed.Value + "Async");
        });
    }

    [Fact]
    public void No_key_parameter_of_any_operation_may_be_a_secret()
    {
        string[] secret =
        [
            "token", "secret", "password", "credential", "accesskey", "ssecustomer", "passphrase", "privatekey", "plaintext",
            "signature",
        ];

        foreach (var operation in Operations())
        {
            Assert.True(operation.KeyParameters.Count <= 4);
            Assert.All(operation.KeyParameters, parameter => Assert.DoesNotContain(
                secret,
                word => parameter.Property.Contains(word, StringComparison.OrdinalIgnoreCase)));
        }
    }

    [Theory]
    [InlineData("HeadObject", "Bucket=BucketName Key=Key VersionId=VersionId")]
    [InlineData("CopyObject", "Bucket=DestinationBucket Key=DestinationKey SourceVersionId=SourceVersionId")]
    [InlineData("DescribeInstances", "InstanceIds=InstanceIds")]
    [InlineData("TerminateInstances", "InstanceIds=InstanceIds")]
    [InlineData("SendMessage", "QueueUrl=QueueUrl MessageGroupId=MessageGroupId")]
    [InlineData("GetItem", "TableName=TableName")]
    [InlineData("GetParameter", "Name=Name")]
    [InlineData("DescribeKey", "KeyId=KeyId")]
    public void Key_parameters_identify_the_request(string operation, string expected)
    {
        var parameters = Operations().First(candidate => candidate.Name == operation).KeyParameters;

        Assert.Equal(expected, string.Join(' ', parameters.Select(parameter => $"{parameter.Name}={parameter.Property}")));
    }

    [Fact]
    public void A_package_is_read_once_however_many_compilations_reference_it()
    {
        var first = GeneratorTest.Compile();
        var second = first.AddSyntaxTrees(GeneratorTest.Source("internal sealed class New;"));

        Assert.Same(ServicePackage.Of(S3(first)), ServicePackage.Of(S3(second)));

        static IAssemblySymbol S3(Compilation compilation) =>
            compilation.SourceModule.ReferencedAssemblySymbols.Single(assembly => assembly.Name == "AWSSDK.S3");
    }

    private static IEnumerable<Operation> Operations() =>
        Packages.SelectMany(package => package.OperationNames.Select(name => package.Find(name)!));
}
