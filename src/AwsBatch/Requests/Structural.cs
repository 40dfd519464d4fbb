using System.ComponentModel;
using Amazon.Runtime;

namespace AwsBatch.CompilerServices;

/// <summary>
/// What generated identities compare besides texts and whole numbers. Null and empty collections differ, as they do on the
/// wire.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Structural
{
    /// <summary>Bytes by content, wherever the stream stands: the SDK sends all of them.</summary>
    public static StructuralIdentity<MemoryStream> Bytes { get; } = new BytesIdentity();

    /// <summary>Texts, ordinally.</summary>
    public static StructuralIdentity<string> Text { get; } = new TextIdentity();

    /// <summary>Lists of texts.</summary>
    public static StructuralIdentity<List<string>> Texts { get; } = ListOf(Text);

    /// <summary>Maps of texts.</summary>
    public static StructuralIdentity<Dictionary<string, string>> TextMap { get; } = MapOf(Text);

    /// <summary>Lists, element by element.</summary>
    public static StructuralIdentity<List<T>> ListOf<T>(StructuralIdentity<T> element)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(element);
        return new ListIdentity<T>(element, element.Copy!);
    }

    /// <summary>Lists of flags or whole numbers.</summary>
    public static StructuralIdentity<List<T>> ListOf<T>()
        where T : struct => new ListIdentity<T>(EqualityComparer<T>.Default, static item => item);

    /// <summary>Lists of the SDK's constants.</summary>
    public static StructuralIdentity<List<T>> ListOfConstants<T>()
        where T : ConstantClass => new ListIdentity<T>(ConstantComparer.Instance, static item => item);

    /// <summary>Maps, in any order, their keys ordinally.</summary>
    public static StructuralIdentity<Dictionary<string, T>> MapOf<T>(StructuralIdentity<T> value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        return new MapIdentity<T>(value);
    }

    /// <summary>Whether two constants are sent alike. Their own equality ignores case, their own hash code does not.</summary>
    public static bool Equal(ConstantClass? x, ConstantClass? y) =>
        ReferenceEquals(x, y) || (x is not null && y is not null && x.Value == y.Value);

    /// <summary>Whether two times are the same instant of the same kind: the kind decides how it is sent.</summary>
    public static bool Equal(DateTime? x, DateTime? y) => x == y && x?.Kind == y?.Kind;

    /// <summary>Whether two numbers have the same bits: not a number is itself, and the zeros differ.</summary>
    public static bool Equal(double? x, double? y) => Bits(x) == Bits(y);

    /// <inheritdoc cref="Equal(double?, double?)"/>
    public static bool Equal(float? x, float? y) => Equal((double?)x, y);

    private static long? Bits(double? value) => value is { } number ? BitConverter.DoubleToInt64Bits(number) : null;
}
