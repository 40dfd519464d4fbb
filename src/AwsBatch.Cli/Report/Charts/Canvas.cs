using System.Globalization;
using System.Text;

namespace AwsBatch.Cli.Report.Charts;

/// <summary>
/// The coordinates of a plot. It is stretched to whatever room there is, so it holds lines and areas only: text stands beside it, unstretched.
/// </summary>
internal static class Canvas
{
    public const int Width = 1000;
    public const int Height = 100;

    public static double X(double at) => at * Width;

    public static double Y(double up) => (1 - up) * Height;

    /// <summary>The outline of steps: each value holds from one edge to the next.</summary>
    /// <param name="edges">From 0 to 1, one more than there are values.</param>
    /// <param name="up">From 0 to 1; not a number where there is none to draw.</param>
    public static string Steps(IReadOnlyList<double> edges, IReadOnlyList<double> up)
    {
        var path = new StringBuilder();
        for (var i = 0; i < up.Count; i++)
        {
            if (double.IsNaN(up[i]))
                continue;
            var begins = i == 0 || double.IsNaN(up[i - 1]);
            path.Append(CultureInfo.InvariantCulture, $"{(begins ? 'M' : 'L')}{Text(X(edges[i]))} {Text(Y(up[i]))}H{Text(X(edges[i + 1]))}");
        }

        return path.ToString();
    }

    /// <summary>The area between steps and others below them.</summary>
    public static string Area(IReadOnlyList<double> edges, IReadOnlyList<double> up, IReadOnlyList<double> down)
    {
        var path = new StringBuilder(Steps(edges, up));
        for (var i = down.Count - 1; i >= 0; i--)
            path.Append(CultureInfo.InvariantCulture, $"V{Text(Y(down[i]))}H{Text(X(edges[i]))}");
        return path.Append('Z').ToString();
    }

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
