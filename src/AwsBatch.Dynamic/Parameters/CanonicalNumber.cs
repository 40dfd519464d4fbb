using System.Globalization;
using System.Text;

namespace AwsBatch.Dynamic.Parameters;

/// <summary>A JSON number in one form, exactly, however long: <c>150</c>, <c>150.0</c> and <c>1.5e2</c> are <c>15e1</c>.</summary>
internal static class CanonicalNumber
{
    public static string Write(string number)
    {
        var e = number.AsSpan().IndexOfAny('e', 'E');
        var mantissa = e < 0 ? number.AsSpan() : number.AsSpan(0, e);
        // No request means a number beyond this; as text it is only the same as itself.
        if (!int.TryParse(e < 0 ? "0" : number.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent))
            return number;

        var digits = new StringBuilder(mantissa.Length);
        foreach (var part in mantissa)
        {
            if (char.IsAsciiDigit(part))
                digits.Append(part);
        }

        var point = mantissa.IndexOf('.');
        var scale = (long)exponent - (point < 0 ? 0 : mantissa.Length - point - 1);
        var significant = digits.ToString().TrimStart('0');
        if (significant.Length == 0)
            return "0";
        var shortest = significant.TrimEnd('0');
        scale += significant.Length - shortest.Length;
        return string.Create(CultureInfo.InvariantCulture, $"{(mantissa[0] == '-' ? "-" : "")}{shortest}{(scale == 0 ? "" : $"e{scale}")}");
    }
}
