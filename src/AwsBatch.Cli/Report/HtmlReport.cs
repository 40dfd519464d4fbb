using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AwsBatch.Cli.Observation;
using AwsBatch.Cli.Report.Markup;
using AwsBatch.Cli.Report.Sections;

namespace AwsBatch.Cli.Report;

/// <summary>
/// A run as one page that needs nothing else: no network, no library. What requests said stands in it only as errors quote it, which is by
/// key parameters, without secrets.
/// </summary>
internal static class HtmlReport
{
    private static readonly Html Style = Resource("report.css");
    private static readonly Html Script = Resource("report.js");

    /// <param name="run">A run that is over.</param>
    public static string Render(RunRecord run)
    {
        var title = $"awsbatch, {run.StartedAt.ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture)}";
        return Html.Of(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{HashOf(Script)}'">
            <title>{title}</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            {Heading.Render(run)}
            {Timeline.Render(run)}
            {Latencies.Render(run)}
            {Errors.Render(run)}
            {Slowest.Render(run)}
            {Settings.Render(run)}
            </main>
            <footer>awsbatch {run.Version}</footer>
            <script>{Script}</script>
            </body>
            </html>

            """).ToString();
    }

    // Only this script runs, whatever a request's key looks like.
    private static string HashOf(Html script) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.ToString())));

    private static Html Resource(string name)
    {
        using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream(name)!);
        return Html.Trusted(reader.ReadToEnd());
    }
}
