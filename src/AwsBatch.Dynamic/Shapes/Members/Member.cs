using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes.Members;

/// <summary>A member of an API structure.</summary>
internal abstract class Member(string name)
{
    /// <summary>The API's name.</summary>
    public string Name => name;

    /// <summary>Whether a request has to have it.</summary>
    public virtual bool IsRequired => false;

    /// <summary>The SDK's properties it is kept in.</summary>
    public virtual IReadOnlyCollection<string> Properties => [];

    /// <summary>What its value must be.</summary>
    public abstract string Expected { get; }

    /// <summary>Reads a value into the structure it belongs to.</summary>
    public abstract void Read(JsonElement json, object owner, ReadContext context);

    /// <summary>Called where the request has to have it and does not.</summary>
    public virtual void Miss(object owner, ReadContext context) => throw context.Missing(Name, Expected);

    /// <summary>Whether <see cref="Write"/> would write anything.</summary>
    public abstract bool Has(object owner);

    /// <summary>Writes name and value.</summary>
    public abstract void Write(Utf8JsonWriter writer, object owner);
}
