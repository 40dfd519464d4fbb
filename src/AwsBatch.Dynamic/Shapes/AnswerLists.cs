using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace AwsBatch.Dynamic.Shapes;

/// <summary>
/// Which lists of an answer are there even where they are empty. In XML such a list is an element without any in it, which the SDK
/// does not tell from none and the AWS CLI does.
/// </summary>
internal static class AnswerLists
{
    // S3 writes other lists flat: an empty one is not there.
    private static readonly HashSet<string> OfS3 = ["ListBucketsResponse", "ListDirectoryBucketsResponse", "GetObjectTaggingResponse"];

    // Answers that say one thing of several, or only what has happened.
    private static readonly string[] PartialAnswers = ["AttributeResponse", "RevokeSecurityGroupIngressResponse", "RevokeSecurityGroupEgressResponse"];

    // What was made without tags is answered without them.
    private static readonly string[] MakingVerbs = ["Create", "Copy", "Import", "Export"];

    /// <param name="type">A class of a service's model.</param>
    public static bool AreIn(Type type) =>
        type.IsSubclassOf(typeof(AmazonWebServiceResponse))
        && type.Assembly.GetType($"{type.Namespace}.Internal.MarshallTransformations.{type.Name}Unmarshaller") is { } unmarshaller
        && unmarshaller.IsSubclassOf(typeof(XmlResponseUnmarshaller))
        && !Array.Exists(PartialAnswers, name => type.Name.EndsWith(name, StringComparison.Ordinal))
        && (!SdkType.IsOfS3(type) || OfS3.Contains(type.Name));

    /// <param name="type">A class that has such lists.</param>
    /// <param name="list">One of its lists.</param>
    public static bool IsAlwaysThere(Type type, string list) =>
        list != "Tags" || !Array.Exists(MakingVerbs, verb => type.Name.StartsWith(verb, StringComparison.Ordinal));
}
