using System.Collections.Concurrent;
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

    private static readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<Operation>>> Operations = new();

    private static readonly ConcurrentDictionary<string, Lazy<System.Reflection.Assembly>> Assemblies = new();

    public static IReadOnlyList<Operation> OperationsOf(string service) =>
        Operations.GetOrAdd(service, name => new(() => ReadOperations(name))).Value;

    /// <summary>The assembly, built once for all tests; its <c>Use.Add</c> registers the interface <c>IBatch</c>.</summary>
    public static System.Reflection.Assembly AssemblyOf(string service) =>
        Assemblies.GetOrAdd(service, name => new(() => Build(name))).Value;

    private static IReadOnlyList<Operation> ReadOperations(string service)
    {
        var package = ServicePackage.Of(GeneratorTest.Compile().SourceModule.ReferencedAssemblySymbols
            .Single(assembly => assembly.Name == $"AWSSDK.{Packages[service]}"));
        return [.. package.OperationNames.Select(name => package.Find(name)!).DistinctBy(operation => operation.Name)];
    }

    private static System.Reflection.Assembly Build(string service)
    {
        var operations = OperationsOf(service).Select(operation => $"\"{operation.Name}\"");
        var image = Assembly.Emit($"All.{Packages[service]}", $$"""
            using Microsoft.Extensions.DependencyInjection;

            [AwsBatch.BatchService("{{service}}", {{string.Join(", ", operations)}})]
            public partial interface IBatch;

            public static class Use
            {
                public static void Add(IServiceCollection services) => services.AddAwsBatch();
            }
            """);
        return new AssemblyLoadContext(service).LoadFromStream(new MemoryStream(image));
    }
}
