using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes;

/// <summary>How values of one SDK type look in JSON, both ways.</summary>
internal abstract class Shape
{
    /// <summary>What an error says is expected, such as <c>a list of strings</c>.</summary>
    public abstract string Expected { get; }

    /// <summary>The SDK's value; never null.</summary>
    /// <exception cref="InvalidRequestException">The JSON is not of this shape.</exception>
    public abstract object Read(JsonElement json, ReadContext context);

    /// <summary>Whether a value that was read counts as not given.</summary>
    public virtual bool IsNothing(object value) => false;

    /// <summary>Whether a value is shown at all.</summary>
    public virtual bool Shows(object value) => true;

    /// <summary>Writes a value as the AWS CLI shows it.</summary>
    public abstract void Write(Utf8JsonWriter writer, object value);
}
