using Amazon.Runtime;
using AwsBatch.CompilerServices;

namespace AwsBatch.Tests.Requests;

/// <summary>Pairs that look the same and are sent differently, and the other way round.</summary>
public sealed class StructuralTests
{
    [Fact]
    public void Constants_differ_by_case_which_their_own_equality_ignores()
    {
        Assert.True(new Size("big").Equals(new Size("BIG")));
        Assert.False(Structural.Equal(new Size("big"), new Size("BIG")));
        Assert.True(Structural.Equal(new Size("big"), new Size("big")));
        Assert.False(Structural.Equal(new Size(null), null));
        Assert.False(Structural.ListOfConstants<Size>().Equals([new Size("big")], [new Size("BIG")]));
    }

    [Fact]
    public void Null_and_empty_differ()
    {
        Assert.False(Structural.Texts.Equals(null, []));
        Assert.False(Structural.TextMap.Equals(null, []));
        Assert.False(Structural.Bytes.Equals(null, new MemoryStream()));
        Assert.Null(Structural.Texts.Copy(null));
        Assert.Empty(Structural.Texts.Copy([]));
    }

    [Fact]
    public void Times_differ_by_their_kind()
    {
        var ticks = new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc).Ticks;
        DateTime? utc = new DateTime(ticks, DateTimeKind.Utc);

        Assert.False(Structural.Equal(utc, new DateTime(ticks, DateTimeKind.Unspecified)));
        Assert.False(Structural.Equal(utc, null));
        Assert.True(Structural.Equal(utc, new DateTime(ticks, DateTimeKind.Utc)));
    }

    [Fact]
    public void Numbers_are_compared_by_their_bits()
    {
        Assert.True(Structural.Equal(double.NaN, double.NaN));
        Assert.False(Structural.Equal(0.0, -0.0));
        Assert.False(Structural.Equal(0f, -0f));
        Assert.False(Structural.Equal(0.0, null));
    }

    [Fact]
    public void Bytes_are_compared_by_content_wherever_the_stream_stands()
    {
        var bytes = "0123456789"u8.ToArray();
        var hidden = new MemoryStream(bytes) { Position = 7 };
        var part = new MemoryStream(bytes, 2, 3, writable: false, publiclyVisible: true);

        AssertSame(Structural.Bytes, hidden, new MemoryStream(bytes, 0, 10, writable: true, publiclyVisible: true));
        AssertSame(Structural.Bytes, part, new MemoryStream("234"u8.ToArray()));
        AssertSame(Structural.Bytes, part, Structural.Bytes.Snapshot(part));
        Assert.False(Structural.Bytes.Equals(hidden, part));
    }

    [Fact]
    public void Maps_are_compared_in_any_order_and_their_keys_by_case_whatever_their_comparer()
    {
        Dictionary<string, string> map = new() { ["a"] = "1", ["b"] = "2" };

        AssertSame(Structural.TextMap, map, new() { ["b"] = "2", ["a"] = "1" });
        AssertSame(Structural.TextMap, map, new(map, StringComparer.OrdinalIgnoreCase));
        Assert.False(Structural.TextMap.Equals(map, new(StringComparer.OrdinalIgnoreCase) { ["A"] = "1", ["b"] = "2" }));
        Assert.False(Structural.TextMap.Equals(map, new() { ["a"] = "2", ["b"] = "1" }));
        Assert.False(Structural.TextMap.Equals(map, new() { ["a"] = "1", ["c"] = "2" }));
    }

    [Fact]
    public void What_is_only_the_beginning_of_another_is_not_the_same()
    {
        Assert.False(Structural.Texts.Equals(["a"], ["a", "b"]));
        Assert.False(Structural.Texts.Equals(["a", "b"], ["a"]));
        Assert.False(Structural.TextMap.Equals(new() { ["a"] = "1" }, new() { ["a"] = "1", ["b"] = "2" }));
    }

    [Fact]
    public void Lists_are_compared_in_their_order_and_boundaries()
    {
        Assert.False(Structural.Texts.Equals(["a", "b"], ["b", "a"]));
        Assert.False(Structural.Texts.Equals(["ab", "c"], ["a", "bc"]));
        Assert.False(Structural.Texts.Equals([null!], [""]));
        Assert.False(Structural.ListOf<int>().Equals([1, 2], [2, 1]));
        AssertSame(Structural.ListOf(Structural.Texts), [["a"], null!], [["a"], null!]);
    }

    [Fact]
    public void A_derived_type_is_only_the_same_as_itself()
    {
        var derived = new DerivedList { "a" };

        AssertSame(Structural.Texts, derived, derived);
        Assert.False(Structural.Texts.Equals(derived, new DerivedList { "a" }));
        Assert.False(Structural.Texts.Equals(derived, ["a"]));
        Assert.False(Structural.Texts.Equals(derived, Structural.Texts.Snapshot(derived)));
    }

    private static void AssertSame<T>(RequestIdentity<T> identity, T x, T y)
        where T : class
    {
        Assert.True(identity.Equals(x, y));
        Assert.Equal(identity.GetHashCode(x), identity.GetHashCode(y));
    }

    private sealed class Size(string? value) : ConstantClass(value);

    private sealed class DerivedList : List<string>;
}
