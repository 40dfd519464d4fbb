using System.Reflection;
using AwsBatch.Dynamic.Catalog;
using AwsBatch.Dynamic.Core;
using AwsBatch.Dynamic.Shapes;
using AwsBatch.Generators.Services;

namespace AwsBatch.Dynamic;

/// <summary>An operation of an AWS service.</summary>
public sealed class AwsOperation
{
    private readonly PackageShapes shapes;
    private readonly Lazy<ResponseStream?> stream;
    private readonly Lazy<OperationBinding> binding;
    private readonly Lazy<IReadOnlyList<AwsPageToken>> pageTokens;

    private AwsOperation(AwsService service, Type sdkInterface, MethodInfo method, string name, PackageShapes shapes)
    {
        Service = service;
        this.shapes = shapes;
        Name = name;
        SdkName = ServiceInterface.NameOf(method);
        RequestType = method.GetParameters()[0].ParameterType;
        ResponseType = method.ReturnType.GenericTypeArguments[0];
        stream = new Lazy<ResponseStream?>(() => ResponseStream.Find(ResponseType));
        binding = new Lazy<OperationBinding>(() => OperationBinding.Make(service, this, sdkInterface, method));
        pageTokens = new Lazy<IReadOnlyList<AwsPageToken>>(() => IsStreaming ? [] : PageTokenReader.Read(RequestType, ResponseType, shapes));
    }

    /// <summary>The operation's name in the service's API, such as <c>HeadObject</c>.</summary>
    public string Name { get; }

    /// <summary>The operation's name in the SDK, such as <c>GetObjectMetadata</c>.</summary>
    public string SdkName { get; }

    /// <summary>Whether it only reads: what it says can be asked again at no risk.</summary>
    public bool IsReadOnly => ReadOnlyOperations.Contains(Service.Name, Name);

    /// <summary>Whether its answer is a stream, which needs a file to go to.</summary>
    public bool IsStreaming => Stream is { IsInMemory: false };

    /// <summary>Whether its answers continue on further pages.</summary>
    public bool IsPageable => PageTokens.Count > 0;

    /// <summary>What of an answer goes into the request of the next page; empty if it has no pages.</summary>
    public IReadOnlyList<AwsPageToken> PageTokens => pageTokens.Value;

    internal AwsService Service { get; }

    internal Type RequestType { get; }

    internal Type ResponseType { get; }

    /// <summary>The bytes an answer may carry; null if it has none.</summary>
    internal ResponseStream? Stream => stream.Value;

    internal StructureShape RequestShape => shapes.Structure(RequestType);

    internal OperationBinding Binding => binding.Value;

    internal static AwsOperation Read(AwsService service, Type sdkInterface, MethodInfo method, string name, PackageShapes shapes) =>
        new(service, sdkInterface, method, name, shapes);
}
