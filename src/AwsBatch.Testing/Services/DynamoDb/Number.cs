using System.Globalization;
using System.Text.RegularExpressions;

namespace AwsBatch.Testing.Services.DynamoDb;

/// <summary>A number of up to 38 digits from 1E-130 to below 1E+126, and its negative: more than any type of the platform holds exactly.</summary>
internal readonly partial record struct Number : IComparable<Number>
{
    private const int MaxDigits = 38;
    private const int MinExponent = -129;
    private const int MaxExponent = 126;

    private readonly int sign;
    private readonly int exponent;
    private readonly string? digits;

    // 0.DIGITS × 10^exponent, with neither leading nor trailing zeros, so that each number is written in one way.
    private Number(int sign, int exponent, string digits)
    {
        this.sign = sign;
        this.exponent = exponent;
        this.digits = digits;
    }

    /// <exception cref="Protocols.AwsErrorException">ValidationException: not a number, or none that fits.</exception>
    public static Number Parse(string text)
    {
        if (Form().Match(text) is not { Success: true } form)
            throw DynamoDbErrors.NotANumber(text);

        var whole = form.Groups["whole"].Value;
        var all = whole + form.Groups["fraction"].Value;
        var significant = all.TrimStart('0');
        var digits = significant.TrimEnd('0');
        if (digits.Length == 0)
            return default;

        var shift = form.Groups["exponent"] is { Success: true } written ? int.Parse(written.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        var exponent = whole.Length - (all.Length - significant.Length) + shift;
        if (digits.Length > MaxDigits)
            throw DynamoDbErrors.NumberTooPrecise();
        if (exponent is < MinExponent or > MaxExponent)
            throw DynamoDbErrors.NumberOutOfRange(exponent > 0);
        return new(form.Groups["sign"].Value == "-" ? -1 : 1, exponent, digits);
    }

    public int CompareTo(Number other)
    {
        if (sign != other.sign)
            return sign.CompareTo(other.sign);
        return sign * (exponent != other.exponent ? exponent.CompareTo(other.exponent) : string.CompareOrdinal(digits, other.digits));
    }

    [GeneratedRegex(
        @"\A(?<sign>[+-]?)(?=\.?[0-9])(?<whole>[0-9]*)(?:\.(?<fraction>[0-9]*))?(?:[eE](?<exponent>[+-]?[0-9]{1,6}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
