using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace AwsBatch.Dynamic.Shapes;

/// <summary>
/// Which answers have a list even where it is empty. In XML it is an element without any in it, which the SDK does not tell
/// from none and the AWS CLI does.
/// </summary>
internal static class AnswerLists
{
    // S3 writes other lists flat: an empty one is not there.
    private static readonly HashSet<string> OfS3 = ["ListBucketsResponse", "ListDirectoryBucketsResponse", "GetObjectTaggingResponse"];

    /// <param name="type">A class of a service's model.</param>
    public static bool AreAlwaysThere(Type type) =>
        type.IsSubclassOf(typeof(AmazonWebServiceResponse))
        && type.Assembly.GetType($"{type.Namespace}.Internal.MarshallTransformations.{type.Name}Unmarshaller") is { } unmarshaller
        && unmarshaller.IsSubclassOf(typeof(XmlResponseUnmarshaller))
        && (SdkType.PackageSuffix(type.Assembly) != "S3" || OfS3.Contains(type.Name));
}
