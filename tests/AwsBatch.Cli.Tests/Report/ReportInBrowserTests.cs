using AwsBatch.Cli.Report;
using Microsoft.Playwright;

namespace AwsBatch.Cli.Tests.Report;

/// <summary>The page as it is seen.</summary>
public sealed class ReportInBrowserTests(Browser browser) : IClassFixture<Browser>
{
    private const int Desk = 1280;
    private const int Phone = 390;

    [BrowserTheory]
    [InlineData(ColorScheme.Light, Desk)]
    [InlineData(ColorScheme.Dark, Desk)]
    [InlineData(ColorScheme.Light, Phone)]
    public async Task Charts_are_there_fit_the_screen_and_nothing_complains(ColorScheme scheme, int width)
    {
        await using var open = await browser.OpenAsync(HtmlReport.Render(Runs.Busy), scheme, width);

        Assert.Equal(["throughput", "concurrency", "throttles", "waiting", "latencies"], await TextsAsync(open, "figure", "figure => figure.id"));
        var sizes = await open.Page.EvalOnSelectorAllAsync<double[]>("figure svg .area", "areas => areas.map(area => area.getBoundingClientRect().height)");
        Assert.All(sizes, height => Assert.True(height > 0));
        Assert.True(await open.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "It is wider than the screen.");
        Assert.Empty(open.Complaints);
    }

    [BrowserTheory]
    [InlineData(ColorScheme.Light, ColorScheme.Dark)]
    public async Task It_is_light_or_dark_as_its_reader_likes(ColorScheme light, ColorScheme dark)
    {
        const string Brightness = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)";
        await using var day = await browser.OpenAsync(HtmlReport.Render(Runs.Busy), light, Desk);
        await using var night = await browser.OpenAsync(HtmlReport.Render(Runs.Busy), dark, Desk);

        Assert.True(await day.Page.EvaluateAsync<int>(Brightness) > 600);
        Assert.True(await night.Page.EvaluateAsync<int>(Brightness) < 150);
    }

    [BrowserTheory]
    [InlineData("throughput", "succeeded", "failed")]
    [InlineData("concurrency", "in flight", "limit")]
    [InlineData("latencies", "Requests", null)]
    public async Task A_pointer_and_the_arrow_keys_show_the_numbers_of_the_table(string chart, string first, string? second)
    {
        await using var open = await browser.OpenAsync(HtmlReport.Render(Runs.Busy), ColorScheme.Light, Desk);
        var plot = open.Page.Locator($"#{chart} .pointer");
        var tip = plot.Locator(".tip");
        Assert.False(await tip.IsVisibleAsync());

        await plot.HoverAsync(new() { Position = new() { X = 60, Y = 60 } });
        Assert.Contains(first, await tip.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(second ?? first, await tip.InnerTextAsync(), StringComparison.Ordinal);

        await plot.PressAsync("Escape");
        await plot.PressAsync("ArrowLeft");
        var last = open.Page.Locator($"#{chart} tbody tr").Last.Locator("td").First;
        Assert.Contains((await last.TextContentAsync())!, await tip.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(open.Complaints);
    }

    [BrowserTheory]
    [InlineData("<img src=x onerror=alert(1)>", ".errors code")]
    [InlineData("</td><script>alert(2)</script>", ".slowest .id")]
    [InlineData("<script>alert(3)</script>", ".slowest .name")]
    public async Task Markup_in_what_requests_said_is_text(string written, string place)
    {
        await using var open = await browser.OpenAsync(HtmlReport.Render(Runs.Busy), ColorScheme.Light, Desk);

        Assert.Contains(await TextsAsync(open, place, "element => element.textContent"), text => text.Contains(written, StringComparison.Ordinal));
        Assert.Empty(open.Complaints);
    }

    [BrowserTheory]
    [InlineData(true, 3)]
    [InlineData(false, 0)]
    public async Task Short_and_empty_runs_have_a_page_too(bool one, int charts)
    {
        await using var open = await browser.OpenAsync(HtmlReport.Render(one ? Runs.One : Runs.Nothing), ColorScheme.Light, Desk);

        Assert.Equal(charts, await open.Page.Locator("figure").CountAsync());
        Assert.Empty(open.Complaints);
    }

    private static Task<string[]> TextsAsync(OpenPage open, string selector, string text) =>
        open.Page.EvalOnSelectorAllAsync<string[]>(selector, $"elements => elements.map({text})");
}
