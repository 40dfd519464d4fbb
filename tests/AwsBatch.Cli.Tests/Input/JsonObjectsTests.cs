using System.Globalization;
using System.Text;
using AwsBatch.Cli.Input;

namespace AwsBatch.Cli.Tests.Input;

public sealed class JsonObjectsTests
{
    [Theory]
    [InlineData("{\"a\":1}\n\n  {\"b\":[1,{\"c\":2}]}\r\n{\"d\":\"}\\\"\"}", "1 3 4")]
    [InlineData("\n [\n{\"a\":1},{\"b\":[1,{\"c\":2}]},\n\n{\n\"d\":\"}\\\"\"\n}\n]\n ", "3 3 5")]
    [InlineData("\uFEFF{\"a\":1}\n", "1")]
    [InlineData("[]", "")]
    [InlineData("\n\n", "")]
    public async Task Objects_come_with_their_lines_however_the_bytes_arrive(string input, string lines)
    {
        for (var chunk = 1; chunk < 40; chunk++)
        {
            var values = await ReadAsync(input, chunk);

            Assert.Equal(lines, string.Join(' ', values.Select(value => value.Line.ToString(CultureInfo.InvariantCulture))));
            Assert.Equal(Enumerable.Range(0, values.Count), values.Select(value => value.Index));
            if (values.Count > 1)
                Assert.Equal("{\"b\":[1,{\"c\":2}]}", values[1].Json.GetRawText());
        }
    }

    [Theory]
    [InlineData("{\"a\":1}\n{\"b\":}", 2, 6, "is an invalid start of a value")]
    [InlineData("{\"a\":1}\n{\"b\":1} {}", 2, 9, "invalid after a single JSON value")]
    [InlineData("[{\"a\":1},\n {\"b\":}]", 2, 7, "is an invalid start of a value")]
    [InlineData("[{\"a\":1}\n,\n  null]", 3, 3, "not null")]
    [InlineData("[{\"a\":1},{\"b\":1}", 1, 17, "")]
    [InlineData("[{\"a\":1}] x", 1, 11, "")]
    [InlineData("[{\"a\":1}],", 1, 10, "")]
    [InlineData("\"text\"", 1, 1, "not a string")]
    [InlineData("{\"a\":1}\n{\"b\":\"\u007F\"}", 2, 7, "UTF-8")]
    public async Task What_is_malformed_is_told_by_line_and_column(string input, int line, int column, string reason)
    {
        for (var chunk = 1; chunk < 40; chunk++)
        {
            var error = await Assert.ThrowsAsync<MalformedInputException>(() => ReadAsync(input, chunk));

            Assert.Equal((line, column), (error.Line, error.Column));
            Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_large_object_is_read_whole()
    {
        var body = new string('x', 300_000);
        foreach (var input in new[] { $$"""{"a":"{{body}}"}""", $$"""[{"a":"{{body}}"},{"b":1}]""" })
            Assert.Equal(body, (await ReadAsync(input, 4096))[0].Json.GetProperty("a").GetString());
    }

    private static async Task<List<InputValue>> ReadAsync(string input, int chunk)
    {
        // DEL stands for a byte that is no UTF-8.
        var left = Encoding.UTF8.GetBytes(input).Select(static value => value == 0x7F ? (byte)0xFF : value).ToArray().AsMemory();
        var values = new List<InputValue>();
        await foreach (var value in JsonObjects.ReadAsync((buffer, _) =>
        {
            var taken = Math.Min(Math.Min(chunk, left.Length), buffer.Length);
            left[..taken].CopyTo(buffer);
            left = left[taken..];
            return ValueTask.FromResult(taken);
        }))
            values.Add(value);
        return values;
    }
}
