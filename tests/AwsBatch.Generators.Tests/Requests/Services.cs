using System.Runtime.Loader;
using AwsBatch.Generators.Model;
using AwsBatch.Generators.Services;
using AwsBatch.Generators.Tests.Support;

namespace AwsBatch.Generators.Tests.Requests;

/// <summary>The services at hand, and an assembly with a batch interface of all operations of one.</summary>
internal static class Services
{
    public static readonly IReadOnlyDictionary<string, string> Packages = new Dictionary<string, string>
    {
        ["s3"] = "S3",
        ["ec2"] = "EC2",
        ["dynamodb"] = "DynamoDBv2",
        ["kms"] = "KeyManagementService",
        ["sqs"] = "SQS",
        ["ssm"] = "SimpleSystemsManagement",
        ["sts"] = "SecurityToken",
        ["sso"] = "SSO",
        ["sso-oidc"] = "SSOOIDC",
    };

    public static TheoryData<string> Names { get; } = new(Packages.Keys);

    public static IReadOnlyList<Operation> OperationsOf(string service)
    {
        var package = ServicePackage.Of(GeneratorTest.Compile().SourceModule.ReferencedAssemblySymbols
            .Single(assembly => assembly.Name == $"AWSSDK.{Packages[service]}"));
        return [.. package.OperationNames.Select(name => package.Find(name)!).DistinctBy(operation => operation.Name)];
    }

    public static System.Reflection.Assembly Build(string service)
    {
        var operations = OperationsOf(service).Select(operation => $"\"{operation.Name}\"");
        var image = Assembly.Emit($"All.{Packages[service]}", $"""
            [AwsBatch.BatchService("{service}", {string.Join(", ", operations)})]
            public partial interface IBatch;
            """);
        return new AssemblyLoadContext(service).LoadFromStream(new MemoryStream(image));
    }
}
