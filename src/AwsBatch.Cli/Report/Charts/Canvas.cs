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
    /// <param name="up">From 0 to 1.</param>
    public static string Steps(IReadOnlyList<double> edges, IReadOnlyList<double> up)
    {
        var path = new StringBuilder();
        for (var i = 0; i < up.Count; i++)
        {
            var y = Text(Y(up[i]));
            path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{Text(X(edges[i]))} {y}H{Text(X(edges[i + 1]))}");
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
