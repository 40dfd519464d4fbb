using System.Globalization;
using System.Reflection;
using System.Text;
using Amazon.Runtime;

namespace AwsBatch.Pipeline.Tests.Requests;

/// <summary>Anything a caller might set, the improbable more often than a caller would; the same seed gives the same values.</summary>
internal sealed class RandomValues(int seed) : IValues
{
    private static readonly string[] Buckets =
    [
        "my-bucket", "my.dotted.bucket", "My_Bucket", "b", "192.168.1.1", "bucket--usw2-az1--x-s3",
        "arn:aws:s3:us-west-2:123456789012:accesspoint:point", "a b", "",
    ];

    private static readonly string[] Pieces =
    [
        "a", "Z", "0", " ", "  ", "+", "%", "%2F", "%zz", "/", "//", "..", ".", "?", "&", "=", "#", ";", ":", ",", "\"", "'", "\\", "<", ">",
        "~", "*", "(", ")", "!", "@", "$", "[", "]", "{", "|", "^", "`", "\t", "\r", "\n", "\0", "\u007f", "\u0085", "\u00a0", "ü", "中",
        "\U0001F600", "e\u0301", "\u200b", "\ufeff", "\ufffe", "\ud800", "]]>", "&amp;",
    ];

    private readonly Random random = new(seed);
    private readonly double share = new Random(seed).NextDouble();

    public bool Leaves(PropertyInfo property) => random.NextDouble() > (RequestFiller.IsRequired(property) ? 0.98 : share);

    public void Next()
    {
    }

    public int Count() => random.Next(4);

    public bool Flag() => random.Next(2) == 0;

    public DateTime Time() => random.Next(8) switch
    {
        0 => DateTime.MinValue,
        1 => new DateTime(2026, 2, 28, 23, 59, 59, 999, DateTimeKind.Unspecified),
        2 => new DateTime(1969, 12, 31, 23, 59, 59, 500, DateTimeKind.Utc),
        3 => new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Local),
        _ => DateTime.UnixEpoch.AddTicks(random.NextInt64(TimeSpan.TicksPerDay * 40_000)),
    };

    public object Number(Type type)
    {
        if (type == typeof(double))
            return random.Next(4) == 0 ? random.NextDouble() * 1e21 : Math.Round(random.NextDouble() * 1000, random.Next(15));
        if (type == typeof(float))
            return (float)random.NextDouble() * 1e9f;
        if (type == typeof(long))
            return random.Next(3) == 0 ? long.MinValue + random.Next(3) : random.NextInt64() >> random.Next(63);
        if (type == typeof(int))
            return random.Next(4) == 0 ? -random.Next(10) : random.Next() >> random.Next(31);
        return Convert.ChangeType(random.Next(100), type, CultureInfo.InvariantCulture);
    }

    public int Choose(int count) => random.Next(count);

    public ConstantClass? Constant(Type type, IReadOnlyList<ConstantClass> known) => known.Count == 0 || random.Next(10) == 0
        ? (ConstantClass?)Activator.CreateInstance(type, Text(""))
        : known[random.Next(known.Count)];

    public MemoryStream Bytes()
    {
        var bytes = new byte[random.Next(3) == 0 ? 0 : random.Next(5_000)];
        random.NextBytes(bytes);
        return new MemoryStream(bytes) { Position = random.Next(4) == 0 ? random.Next(bytes.Length + 1) : 0 };
    }

    public string Text(string name)
    {
        if (RequestFiller.IsBucket(name))
            return Buckets[random.Next(3) == 0 ? random.Next(Buckets.Length) : 0];
        if (name == "QueueUrl" && random.Next(4) > 0)
            return "https://sqs.eu-west-1.amazonaws.com/123456789012/queue";
        if (name.EndsWith("Region", StringComparison.Ordinal) && random.Next(4) > 0)
            return "us-west-2";

        // Half of all texts are plain, so that a request with many of them is sent at all.
        var plain = random.Next(2) == 0;
        var text = new StringBuilder();
        for (var length = random.Next(50) == 0 ? random.Next(3_000) : random.Next(12); length > 0; length--)
            text.Append(plain ? ((char)('a' + random.Next(26))).ToString() : Pieces[random.Next(Pieces.Length)]);
        return text.ToString();
    }
}
