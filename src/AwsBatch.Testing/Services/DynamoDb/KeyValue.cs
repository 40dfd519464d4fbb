using System.Globalization;

namespace AwsBatch.Testing.Services.DynamoDb;

/// <summary>The value of a key attribute, in DynamoDB's order: texts and bytes by their bytes, numbers by their size.</summary>
internal readonly record struct KeyValue : IComparable<KeyValue>
{
    private readonly string? text;
    private readonly decimal number;

    private KeyValue(string text, decimal number)
    {
        this.text = text;
        this.number = number;
    }

    /// <summary>The text; of bytes, their hexadecimal digits; of numbers, the shortest form; empty where a table has no such key.</summary>
    public string Text => text ?? "";

    /// <exception cref="Protocols.AwsErrorException">ValidationException: not a number, or not base64.</exception>
    public static KeyValue Parse(string type, string text) => type switch
    {
        "N" => Number(text),
        "B" => new(Bytes(text), 0),
        _ => new(text, 0),
    };

    public int CompareTo(KeyValue other)
    {
        var byNumber = number.CompareTo(other.number);
        return byNumber != 0 ? byNumber : Utf8Order.Compare(Text, other.Text);
    }

    private static KeyValue Number(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            throw DynamoDbErrors.NotANumber(text);
        return new(value.ToString("0.############################", CultureInfo.InvariantCulture), value);
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
