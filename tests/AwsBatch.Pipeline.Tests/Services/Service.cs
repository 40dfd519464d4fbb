using System.Reflection;
using Amazon.Runtime;
using AwsBatch.CompilerServices;

namespace AwsBatch.Pipeline.Tests.Services;

/// <summary>A service with all its operations, whether generated code names them or not.</summary>
internal sealed class Service
{
    private static readonly Dictionary<string, (BatchServiceDescriptor Descriptor, Type Client, Type Batch)> Known = new()
    {
        ["s3"] = (IS3.BatchImplementation.Service, typeof(Amazon.S3.IAmazonS3), typeof(IS3.BatchImplementation)),
        ["dynamodb"] = (IDynamoDb.BatchImplementation.Service, typeof(Amazon.DynamoDBv2.IAmazonDynamoDB), typeof(IDynamoDb.BatchImplementation)),
        ["ec2"] = (IEc2.BatchImplementation.Service, typeof(Amazon.EC2.IAmazonEC2), typeof(IEc2.BatchImplementation)),
        ["sqs"] = (ISqs.BatchImplementation.Service, typeof(Amazon.SQS.IAmazonSQS), typeof(ISqs.BatchImplementation)),
        ["ssm"] = (ISsm.BatchImplementation.Service, typeof(Amazon.SimpleSystemsManagement.IAmazonSimpleSystemsManagement), typeof(ISsm.BatchImplementation)),
        ["sts"] = (ISts.BatchImplementation.Service, typeof(Amazon.SecurityToken.IAmazonSecurityTokenService), typeof(ISts.BatchImplementation)),
        ["kms"] = (IKms.BatchImplementation.Service, typeof(Amazon.KeyManagementService.IAmazonKeyManagementService), typeof(IKms.BatchImplementation)),
        ["sso"] = (ISso.BatchImplementation.Service, typeof(Amazon.SSO.IAmazonSSO), typeof(ISso.BatchImplementation)),
        ["sso-oidc"] = (ISsoOidc.BatchImplementation.Service, typeof(Amazon.SSOOIDC.IAmazonSSOOIDC), typeof(ISsoOidc.BatchImplementation)),
        ["lambda"] = (ILambda.BatchImplementation.Service, typeof(Amazon.Lambda.IAmazonLambda), typeof(ILambda.BatchImplementation)),
    };

    private Service(string name)
    {
        var (descriptor, client, batch) = Known[name];
        Name = name;
        Descriptor = descriptor;
        var generated = batch.GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(field => field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(ServiceOperation<,>))
            .ToDictionary(field => field.FieldType.GenericTypeArguments[0], field => field.GetValue(null)!);
        Operations = [.. client.GetMethods().Where(IsOperation)
            .OrderBy(method => method.Name, StringComparer.Ordinal)
            .Select(method => new Operation(name, method, EndpointParameter(generated, method.GetParameters()[0].ParameterType)))];
    }

    public static TheoryData<string> Names { get; } = new(Known.Keys);

    public string Name { get; }

    public BatchServiceDescriptor Descriptor { get; }

    public IReadOnlyList<Operation> Operations { get; }

    public static Service Of(string name) => new(name);

    public Operation Find(string operation) => Operations.Single(candidate => candidate.Name == $"{Name}:{operation}");

    private static bool IsOperation(MethodInfo method) =>
        method.Name.EndsWith("Async", StringComparison.Ordinal)
        && method.GetParameters() is [var request, var token]
        && request.ParameterType.IsSubclassOf(typeof(AmazonWebServiceRequest))
        && token.ParameterType == typeof(CancellationToken)
        && method.ReturnType is { IsGenericType: true } task
        && task.GenericTypeArguments[0].IsAssignableTo(typeof(AmazonWebServiceResponse));

    private static Func<object, string?> EndpointParameter(Dictionary<Type, object> generated, Type request)
    {
        if (!generated.TryGetValue(request, out var operation))
            return static _ => null;

        var parameter = operation.GetType()
            .GetProperty("EndpointParameter", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(operation) as Delegate;
        return request => (string?)parameter?.DynamicInvoke(request);
    }
}
