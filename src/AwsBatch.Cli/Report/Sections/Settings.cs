using AwsBatch.Cli.Observation;
using AwsBatch.Cli.Report.Markup;

namespace AwsBatch.Cli.Report.Sections;

/// <summary>How the run was run.</summary>
internal static class Settings
{
    public static Html Render(RunRecord run) => run.Settings.Count == 0
        ? Html.Empty
        : Html.Of(
            $"""
            <section aria-labelledby="settings"><h2 id="settings">Settings</h2>
            <dl class="settings">{run.Settings.Select(static setting => Html.Of($"<div><dt>{setting.Key}</dt><dd>{(setting.Value.Length > 0 ? Excerpt.Of(setting.Value) : "on")}</dd></div>"))}</dl></section>
            """);
}
