using Amazon.Runtime.Internal.Transform;

namespace Amazon.Lambda.Model.Internal.MarshallTransformations;

/// <summary>Readers of the lists and maps that answers hold.</summary>
internal static class CollectionUnmarshallers
{
    internal static readonly JsonListUnmarshaller<FunctionConfiguration, FunctionConfigurationUnmarshaller> Functions =
        new(FunctionConfigurationUnmarshaller.Instance);

    internal static readonly JsonListUnmarshaller<Layer, LayerUnmarshaller> Layers = new(LayerUnmarshaller.Instance);

    internal static readonly JsonListUnmarshaller<string, StringUnmarshaller> Strings = new(StringUnmarshaller.Instance);

    internal static readonly JsonDictionaryUnmarshaller<string, string, StringUnmarshaller, StringUnmarshaller> StringMap =
        new(StringUnmarshaller.Instance, StringUnmarshaller.Instance);
}
