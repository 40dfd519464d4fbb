using System.Reflection;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace AwsBatch.Generators.Tests.Requests;

/// <summary>
/// For every operation at hand, against the SDK's own marshallers: a text without which two marshalled requests differ is
/// one the SDK made up.
/// </summary>
public sealed class IdempotencyTokenTests
{
    private const int Seed = 20261124;

    [Theory]
    [MemberData(nameof(Services.Names), MemberType = typeof(Services))]
    public void The_tokens_are_what_the_SDK_makes_up(string service)
    {
        var sdk = Sdk(service);
        var made = new List<string>();
        foreach (var operation in Services.OperationsOf(service))
        {
            var type = sdk.GetType(operation.Request.Replace("global::", "", StringComparison.Ordinal))!;
            made.AddRange(TextsMadeUp(type).Select(property => $"{operation.Name}.{property.Name}"));
        }

        Assert.Equal(
            made,
            Services.OperationsOf(service)
                .Where(operation => operation.Token is not null)
                .Select(operation => $"{operation.Name}.{operation.Token!.Property}"));
    }

    [Theory]
    [InlineData("s3")]
    [InlineData("ec2")]
    [InlineData("dynamodb")]
    [InlineData("ssm")]
    public void A_copy_with_a_token_is_sent_as_the_request_with_that_token(string service)
    {
        var sdk = Sdk(service);
        var implementation = Services.AssemblyOf(service).GetType("IBatch+BatchImplementation")!;
        var operations = Services.OperationsOf(service).Where(operation => operation.Token is not null).ToList();
        Assert.NotEmpty(operations);
        foreach (var operation in operations)
        {
            var type = sdk.GetType(operation.Request.Replace("global::", "", StringComparison.Ordinal))!;
            var token = type.GetProperty(operation.Token!.Property)!;
            var sent = implementation.GetField(operation.Name, BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
            var request = Sample(type);
            Assert.Same(request, WithToken(sent, request));

            token.SetValue(request, null);
            var first = WithToken(sent, request);
            Assert.Null(token.GetValue(request));
            Assert.NotEqual(token.GetValue(first), token.GetValue(WithToken(sent, request)));

            token.SetValue(request, token.GetValue(first));
            Assert.Equal(Marshalled(request), Marshalled(first));
        }
    }

    private static AmazonWebServiceRequest Sample(Type type) => (AmazonWebServiceRequest)new Sample(Seed).Of(type);

    private static AmazonWebServiceRequest WithToken(object operation, AmazonWebServiceRequest request) => (AmazonWebServiceRequest)
        operation.GetType().GetMethod("WithToken", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(operation, [request])!;

    private static System.Reflection.Assembly Sdk(string service) =>
        System.Reflection.Assembly.Load($"AWSSDK.{Services.Packages[service]}");

    private static IEnumerable<PropertyInfo> TextsMadeUp(Type type)
    {
        foreach (var property in Requests.Sample.PropertiesOf(type).Where(property => property.PropertyType == typeof(string)))
        {
            var request = Sample(type);
            property.SetValue(request, null);
            if (Marshalled(request) != Marshalled(request))
                yield return property;
        }
    }

    // Null where the SDK does not send such a request: a text is missing, or what no sample has, as a stream.
    private static string? Marshalled(AmazonWebServiceRequest request)
    {
        var marshaller = (IMarshaller<IRequest, AmazonWebServiceRequest>)Activator.CreateInstance(MarshallerOf(request.GetType()))!;
        try
        {
            var sent = marshaller.Marshall(request);
            var text = new StringBuilder();
            foreach (var pairs in new[] { sent.Parameters, sent.Headers, sent.PathResources })
                text.AppendJoin('&', pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")).Append('\n');
            return text.Append(Encoding.UTF8.GetString(sent.Content ?? [])).Append(Read(sent.ContentStream)).ToString();
        }
        catch (Exception exception) when (exception is AmazonClientException or AmazonServiceException or ArgumentException or NullReferenceException)
        {
            return null;
        }
    }

    private static Type MarshallerOf(Type request) => request.Assembly
        .GetType($"{request.Namespace}.Internal.MarshallTransformations.{request.Name}Marshaller", throwOnError: true)!;

    private static string Read(Stream? stream)
    {
        if (stream is null)
            return "";

        stream.Position = 0;
        return new StreamReader(stream).ReadToEnd();
    }
}
