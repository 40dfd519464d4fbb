using System.Reflection;
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

    [Fact]
    public void Deep_nesting_is_refused_and_not_followed()
    {
        var value = string.Concat(Enumerable.Repeat("""{"L":[""", 300)) + """{"S":"x"}""" + string.Concat(Enumerable.Repeat("]}", 300));
        using var document = System.Text.Json.JsonDocument.Parse(
            $$$"""{"TableName":"t","Item":{"a":{{{value}}}}}""", new System.Text.Json.JsonDocumentOptions { MaxDepth = 1000 });

        var error = DynamicRequest.FindError(DynamicRequest.Create("dynamodb", "PutItem", document.RootElement));

        Assert.Contains("nested more than", error!.Message, StringComparison.Ordinal);
    }

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
