namespace AwsBatch.Testing.Services.DynamoDb;

/// <summary>The value of a key attribute, in DynamoDB's order: texts and bytes by their bytes, numbers by their size.</summary>
internal readonly record struct KeyValue : IComparable<KeyValue>
{
    private readonly string? text;
    private readonly Number number;

    private KeyValue(string text, Number number)
    {
        this.text = text;
        this.number = number;
    }

    /// <summary>The text; of bytes, their hexadecimal digits; empty of a number, and where a table has no such key.</summary>
    public string Text => text ?? "";

    /// <exception cref="Protocols.AwsErrorException">ValidationException: no number that DynamoDB has, or not base64.</exception>
    public static KeyValue Parse(string type, string text) => type switch
    {
        "N" => new("", Number.Parse(text)),
        "B" => new(Bytes(text), default),
        _ => new(text, default),
    };

    public int CompareTo(KeyValue other)
    {
        var byNumber = number.CompareTo(other.number);
        return byNumber != 0 ? byNumber : Utf8Order.Compare(Text, other.Text);
    }

    private static string Bytes(string base64)
    {
        try
        {
            return Convert.ToHexString(Convert.FromBase64String(base64));
        }
        catch (FormatException)
        {
            throw Json.JsonErrors.Serialization("A binary value is no base64");
        }
    }
}
