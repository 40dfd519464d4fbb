using System.Reflection;
using Amazon.Runtime;

namespace AwsBatch.Dynamic.Shapes.Members;

/// <summary>
/// The key of an object in a request to S3. Its SDK does not send the first slash of one: <c>/a</c> would be another object, and
/// <c>/</c> the bucket. So it is given one more than there is.
/// </summary>
internal sealed class ObjectKeyAccess(PropertyInfo property, PropertyAccess inner) : PropertyAccess(property)
{
    private const char Slash = '/';

    public override bool CanWrite => inner.CanWrite;

    public static bool Suits(PropertyInfo property) =>
        property is { Name: "Key" or "DestinationKey", ReflectedType: { } type }
        && type.IsSubclassOf(typeof(AmazonWebServiceRequest))
        && SdkType.IsOfS3(type);

    public override object? Get(object owner)
    {
        var value = inner.Get(owner);
        return value is string key && key.StartsWith(Slash) ? key[1..] : value;
    }

    public override void Set(object owner, object? value) =>
        inner.Set(owner, value is string key && key.StartsWith(Slash) ? Slash + key : value);
}
