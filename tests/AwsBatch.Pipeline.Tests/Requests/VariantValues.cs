using System.Globalization;
using System.Reflection;
using Amazon.Runtime;

namespace AwsBatch.Pipeline.Tests.Requests;

/// <summary>The same variant gives the same values.</summary>
internal sealed class VariantValues(Variant variant) : IValues
{
    private int made;

    public bool Leaves(PropertyInfo property) => variant == Variant.Empty && !RequestFiller.IsRequired(property);

    public void Next() => made++;

    public int Count() => variant == Variant.Nested ? 2 : 1;

    public bool Flag() => made % 2 == 0;

    public DateTime Time() => new(2026, 1 + (made % 12), 3, 4, 5, 6, DateTimeKind.Utc);

    public object Number(Type type) => Convert.ChangeType((made % 100) + 1, type, CultureInfo.InvariantCulture);

    public int Choose(int count) => made % count;

    public ConstantClass? Constant(Type type, IReadOnlyList<ConstantClass> known) => known.Count == 0
        ? (ConstantClass?)Activator.CreateInstance(type, "constant")
        : known[(made + (int)variant) % known.Count];

    public MemoryStream Bytes() => new("bytes"u8.ToArray());

    public string Text(string name)
    {
        if (RequestFiller.IsBucket(name))
            return variant == Variant.Reserved ? "my.dotted.bucket" : "my-bucket";
        if (name == "QueueUrl")
            return "https://sqs.eu-west-1.amazonaws.com/123456789012/queue";
        if (name.EndsWith("ContentType", StringComparison.Ordinal))
            return variant == Variant.Reserved ? "text/plain;  charset=\"utf-8\"" : "text/plain";
        if (name.EndsWith("Region", StringComparison.Ordinal))
            return "us-west-2";
        // In base 64 where the SDK decodes it.
        if (name.EndsWith("ProvidedKey", StringComparison.Ordinal) || variant != Variant.Reserved)
            return $"text{made % 10_000:0000}";
        return name is "Key" or "DestinationKey" or "SourceKey"
            ? $"/a b//+ü~*'()!&=?#%2F[]@$;:,\\<\"\u4e2d\U0001F600/{made} /."
            : $" a b+ü~*'()!&=?#%2F[]@$/;:,  \\<\"\u4e2d\U0001F600{made}  ";
    }
}
