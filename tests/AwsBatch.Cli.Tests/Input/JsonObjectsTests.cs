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
    [InlineData("\uFEFF{\"a\":1}\n\uFEFF{\"b\":[1,{\"c\":2}]}\r\n\uFEFF\r\n\uFEFF\uFEFF{}\n\uFEFF", "1 2 4")]
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
    [InlineData("{\"a\":1}\n{\"b\":}", 2, 6, "the value of this name is missing")]
    [InlineData("{\"a\":1}\n{\"b\":1} {}", 2, 9, "nothing may follow a request on its line")]
    [InlineData("[{\"a\":1},\n {\"b\":}]", 2, 7, "the value of this name is missing")]
    [InlineData("[{\"a\":1}\n,\n  null]", 3, 3, "not null")]
    [InlineData("[{\"a\":1},{\"b\":1}", 1, 17, "the input ends before its array does")]
    [InlineData("[{\"a\":1}] x", 1, 11, "nothing may follow the array")]
    [InlineData("[{\"a\":1}],", 1, 10, "nothing may follow the array")]
    [InlineData("{\"a\":1,}", 1, 8, "nothing follows the comma before '}': leave the comma out.")]
    [InlineData("[{\"a\":1},\n]", 2, 1, "nothing follows the comma before ']': leave the comma out.")]
    [InlineData("[{\"a\":1},,{\"b\":1}]", 1, 10, "nothing before this comma")]
    [InlineData("[{\"a\":1}\n{\"b\":1}]", 2, 1, "a ',' is missing before this")]
    [InlineData("{\"a\":1},\n{\"b\":1}", 1, 8, "neither a comma nor another request")]
    [InlineData("{\n \"a\":1\n}", 1, 2, "the line ends before its request does: a request is on one line, or all of them are in a JSON array")]
    [InlineData("{\"a\":\"x", 1, 8, "the line ends before its request does")]
    [InlineData("[{\"a\":fal", 1, 10, "the input ends before its array does")]
    [InlineData("[{\"a\":1},\n // no\n{\"b\":1}]", 2, 2, "JSON has no comments")]
    [InlineData("[{\"a\":1},\n # no\n{\"b\":1}]", 2, 2, "JSON has no comments")]
    [InlineData("\uFEFF{\"a\":1,}", 1, 8, "leave the comma out")]
    [InlineData("\uFEFF{}\n\uFEFF{\"a\":1,}", 2, 8, "leave the comma out")]
    [InlineData("{\"a\":1}\uFEFF{\"b\":1}", 1, 8, "a byte order mark is here")]
    [InlineData("{\"a\":\uFEFF1}", 1, 6, "a byte order mark is here")]
    [InlineData("{}\n  \uFEFF{}", 2, 3, "a byte order mark is here")]
    [InlineData("\uFEFF[{\"a\":1}]\n\uFEFF[{}]", 2, 1, "a byte order mark is here")]
    [InlineData("[{\"a\":1},\uFEFF{\"b\":1}]", 1, 10, "a byte order mark is here")]
    [InlineData("{'a':1}", 1, 2, "straight double quotes")]
    [InlineData("{\"a\":“x”}", 1, 6, "straight double quotes")]
    [InlineData("{\"a\":”x”}", 1, 6, "straight double quotes")]
    [InlineData("{\"a\":1,b:2}", 1, 8, "a name is in double quotes")]
    [InlineData("{\"a\" 1}", 1, 6, "a ':' is missing before this")]
    [InlineData("{\"a\":NaN}", 1, 6, "'NaN' is no value of JSON")]
    [InlineData("{\"a\":True}", 1, 6, "'True' is no value of JSON")]
    [InlineData("{\"a\":aWordThatIsTooLongToBeRepeated}", 1, 6, "this is no value of JSON")]
    [InlineData("{\"a\":01}", 1, 7, "'01' is no value of JSON")]
    [InlineData("{\"a\":1]", 1, 7, "']' closes nothing that is open")]
    [InlineData("{\"a\":[}}", 1, 7, "'}' does not close the '[' before it")]
    [InlineData("{\"a\":\"x\ty\"}", 1, 8, "as \\u0009 or \\t")]
    [InlineData("{\"a\":\"x\ry\"}", 1, 8, "as \\u000d or \\r")]
    [InlineData("{\"a\":\"C:\\q\"}", 1, 10, "a backslash in a text is written twice")]
    [InlineData("{\"a\":\"\\u12g4\"}", 1, 11, "four hexadecimal digits")]
    [InlineData("aws s3 ls", 1, 1, "a request is a JSON object such as")]
    [InlineData("\0{\0}", 1, 1, "UTF-16")]
    [InlineData("{\0\"\0", 1, 1, "UTF-16")]
    [InlineData("\"text\"", 1, 1, "not a string")]
    [InlineData("{\"a\":1}\n{\"b\":\"\u007F\"}", 2, 7, "UTF-8")]
    [InlineData("[ {\"a\":\"\u007F\"}]", 1, 9, "UTF-8")]
    [InlineData("[{\"a\":1,\n\"b\":\"\u007F\"}]", 2, 6, "UTF-8")]
    public async Task What_is_malformed_is_told_by_line_and_column(string input, int line, int column, string reason)
    {
        for (var chunk = 1; chunk < 40; chunk++)
        {
            var error = await Assert.ThrowsAsync<MalformedInputException>(() => ReadAsync(input, chunk));

            Assert.Equal((line, column), (error.Line, error.Column));
            Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Another_encoding_is_known_by_its_mark(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        byte[] input = [.. encoding.Preamble, .. encoding.GetBytes("{}")];

        var error = await Assert.ThrowsAsync<MalformedInputException>(() => ReadAsync(input, 1));

        Assert.Equal("line 1, column 1: this is UTF-16 or no text; save it as UTF-8.", error.Message);
    }

    [Fact]
    public async Task A_column_counts_from_the_start_of_a_line_that_is_longer_than_what_is_held()
    {
        var objects = $$"""{"a":"{{new string('x', 100_000)}}"},{"b":1},""";
        var error = await Assert.ThrowsAsync<MalformedInputException>(() => ReadAsync($"\n  [{objects}{objects}null]", 4096));

        Assert.Equal((2, 4 + (2 * objects.Length)), (error.Line, error.Column));
    }

    [Fact]
    public async Task Nesting_has_an_end()
    {
        var deep = $$"""{"a":{{new string('[', 600)}}""";
        foreach (var input in new[] { deep, "[" + deep })
            Assert.Contains("nested deeper than 512", (await Assert.ThrowsAsync<MalformedInputException>(() => ReadAsync(input, 4096))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_object_is_read_whole()
    {
        var body = new string('x', 300_000);
        foreach (var input in new[] { $$"""{"a":"{{body}}"}""", $$"""[{"a":"{{body}}"},{"b":1}]""" })
            Assert.Equal(body, (await ReadAsync(input, 4096))[0].Json.GetProperty("a").GetString());
    }

    [Theory]
    [InlineData("{\"a\":1}\n", "\n")]
    [InlineData("{\"a\":1},", "[")]
    public async Task Of_an_endless_input_no_more_is_held_than_of_a_short_one(string item, string start)
    {
        var (unread, most, left) = (Encoding.UTF8.GetBytes(start).AsMemory(), 0, 100_000);

        await foreach (var _ in JsonObjects.ReadAsync((buffer, _) =>
        {
            most = Math.Max(most, buffer.Length);
            var taken = Math.Min(unread.Length, buffer.Length);
            unread[..taken].CopyTo(buffer);
            unread = taken < unread.Length ? unread[taken..] : Encoding.UTF8.GetBytes(item);
            return ValueTask.FromResult(taken);
        }))
        {
            if (--left == 0)
                break;
        }

        Assert.InRange(most, 1, 1 << 16);
    }

    // DEL stands for a byte that is no UTF-8.
    private static Task<List<InputValue>> ReadAsync(string input, int chunk) =>
        ReadAsync([.. Encoding.UTF8.GetBytes(input).Select(static value => value == 0x7F ? (byte)0xFF : value)], chunk);

    private static async Task<List<InputValue>> ReadAsync(byte[] input, int chunk)
    {
        var left = input.AsMemory();
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
