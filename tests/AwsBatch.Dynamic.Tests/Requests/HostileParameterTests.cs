using System.Reflection;
using System.Text.Json;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.S3.Model;
using AwsBatch.Dynamic.Shapes;

namespace AwsBatch.Dynamic.Tests.Requests;

public sealed class HostileParameterTests
{
    [Theory]
    [InlineData("$type")]
    [InlineData("__type")]
    [InlineData("GetType")]
    [InlineData("RequestState")]
    [InlineData("UserAgentDetails")]
    [InlineData("StreamTransferProgress")]
    [InlineData("Amazon.Runtime.Internal.IAmazonWebServiceRequest.SignatureVersion")]
    public void What_is_no_member_of_the_request_is_not_reached(string member) => Assert.Equal(
        $"params.{member}",
        Made.Error("s3", "PutObject", $$$"""{"Bucket":"b","Key":"k","{{{member}}}":{"System.Type":"x"}}""").Path);

    [Fact]
    public void A_file_path_of_the_SDKs_own_is_refused()
    {
        var error = Made.Error("s3", "PutObject", """{"Bucket":"b","Key":"k","FilePath":"/etc/passwd"}""");

        Assert.Equal("params.FilePath", error.Path);
    }

    [Fact]
    public void Every_type_that_parameters_reach_is_a_scalar_or_of_a_services_own_model()
    {
        foreach (var service in AwsServiceCatalog.Default.Services)
        {
            foreach (var operation in service.Operations)
            {
                foreach (var type in Reached(operation.RequestType, operation.RequestType.Assembly))
                {
                    Assert.True(
                        type.Assembly == operation.RequestType.Assembly || type == typeof(Stream) || type == typeof(MemoryStream) || type.IsPrimitive
                        || type == typeof(string) || type == typeof(DateTime) || type == typeof(decimal),
                        $"{service.Name}:{operation.Name} reaches {type}");
                }
            }
        }
    }

    [Theory]
    [InlineData("dynamodb", "PutItem", """{"TableName":"t","Item":{"a":""", """{"L":[""", 300, """{"S":"x"}""", "]}", "}}")]
    [InlineData("lambda", "Invoke", """{"FunctionName":"f","Payload":""", """{"a":""", 2000, "1", "}", "}")]
    [InlineData("lambda", "Invoke", """{"FunctionName":"f","Payload":""", "[", 20000, "1", "]", "}")]
    public void Deep_nesting_is_refused_and_not_followed(
        string service, string operation, string start, string open, int depth, string inner, string close, string end) =>
        Assert.Contains("nested more than", Nested(service, operation, start, open, depth, inner, close, end).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("ec2", "CreateDhcpOptions", """{"DhcpConfigurations":[{"Key":"k","Values":""", "}]}", "params.DhcpConfigurations[0].Values[0]")]
    [InlineData("s3", "CopyObject", """{"Bucket":"b","Key":"k","CopySource":{"Bucket":""", ""","Key":"k"}}""", "params.CopySource.Bucket")]
    public void What_is_written_in_another_form_may_be_as_deep_and_is_the_same_mistake(
        string service, string operation, string start, string end, string path)
    {
        var error = Nested(service, operation, start, "[", 100, "\"x\"", "]", end);

        Assert.Equal(path, error.Path);
        Assert.Contains("must be a string, not a list", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_payload_of_some_depth_is_as_good_as_any()
    {
        var payload = new string('[', 60) + new string(']', 60);

        Assert.Equal(payload, Made.Request<InvokeRequest>("lambda", "Invoke", $$"""{"FunctionName":"f","Payload":{{payload}}}""").Payload);
    }

    [Theory]
    [InlineData("s3", "PutObject", """{"Bucket":"b","Key":"k","Body":"\ud800"}""", "params.Body", "is text that is not Unicode")]
    [InlineData("s3", "HeadObject", """{"Bucket":"b","Key":"a\udc00b"}""", "params.Key", "is text that is not Unicode")]
    [InlineData("ec2", "DescribeInstances", """{"InstanceIds":["i-1","\ud800"]}""", "params.InstanceIds[1]", "is text that is not Unicode")]
    [InlineData("s3", "HeadObject", """{"Bucket":"b","\ud800":"k"}""", "params", "has a name that is not Unicode")]
    [InlineData("dynamodb", "PutItem", """{"TableName":"t","Item":{"\udc00":{"S":"x"}}}""", "params.Item", "has a name that is not Unicode")]
    public void Half_of_a_pair_of_surrogates_is_a_mistake(string service, string operation, string parameters, string path, string message)
    {
        var error = Made.Error(service, operation, parameters);

        Assert.Equal(path, error.Path);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_a_mistake()
    {
        using var document = JsonDocument.Parse((byte[])[.. """{"Bucket":"b","Key":"k"""u8, 0xff, .. "\"}"u8]);

        Assert.Equal("params.Key", DynamicRequest.FindError(DynamicRequest.Create("s3", "HeadObject", document.RootElement))!.Path);
    }

    [Fact]
    public void Escaped_text_that_is_Unicode_is_taken() =>
        Assert.Equal("\U0001F600é", Made.Request<GetObjectMetadataRequest>("s3", "HeadObject", """{"Bucket":"b","Key":"\ud83d\ude00\u00e9"}""").Key);

    [Fact]
    public void Only_models_of_services_have_a_shape()
    {
        var shapes = PackageShapes.Of(typeof(PutObjectRequest).Assembly);

        Assert.Null(shapes.Find(typeof(FileInfo)));
        Assert.Null(shapes.Find(typeof(System.Diagnostics.ProcessStartInfo)));
        Assert.Null(shapes.Find(typeof(BasicAWSCredentials)));
        Assert.Null(shapes.Find(typeof(object)));
        Assert.Null(shapes.Find(typeof(Type)));
        Assert.Null(shapes.Find(typeof(HostileParameterTests)));
    }

    private static InvalidRequestException Nested(
        string service, string operation, string start, string open, int depth, string inner, string close, string end)
    {
        var parameters = start + string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth)) + end;
        using var document = JsonDocument.Parse(parameters, new JsonDocumentOptions { MaxDepth = 2 * depth + 10 });
        return DynamicRequest.FindError(DynamicRequest.Create(service, operation, document.RootElement))!;
    }

    private static HashSet<Type> Reached(Type root, Assembly package)
    {
        var shapes = PackageShapes.Of(package);
        var reached = new HashSet<Type>();
        var waiting = new Stack<Type>([root]);
        while (waiting.TryPop(out var type))
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (type.IsGenericType)
            {
                foreach (var argument in type.GenericTypeArguments)
                    waiting.Push(argument);
            }
            else if (shapes.Find(type) is not null && reached.Add(type) && SdkType.IsModel(type))
            {
                foreach (var property in SdkType.Properties(type))
                    waiting.Push(property.PropertyType);
            }
        }

        return reached;
    }
}
