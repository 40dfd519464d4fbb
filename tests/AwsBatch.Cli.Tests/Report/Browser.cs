using Microsoft.Playwright;

namespace AwsBatch.Cli.Tests.Report;

/// <summary>The Chromium that is installed, without a window. It may reach nothing but the page's own file.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Null where none is installed.</summary>
    public static string? Executable { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .SelectMany(static folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Executable is null)
            return;
        playwright = await Playwright.CreateAsync();
        // The sandbox needs rights that builds seldom have; the page is our own.
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, ChromiumSandbox = false });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>Opens a page; what it says on the console, and what it asks the network for, is noted.</summary>
    public async Task<OpenPage> OpenAsync(string html, ColorScheme scheme, int width)
    {
        var page = await browser!.NewPageAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        return await OpenPage.LoadAsync(page, html);
    }
}

/// <summary>A page in the browser.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".html");

    private OpenPage(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>Whatever went wrong in it.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<OpenPage> LoadAsync(IPage page, string html)
    {
        var open = new OpenPage(page);
        page.Console += (_, message) => open.Complaints.Add(message.Text);
        page.PageError += (_, error) => open.Complaints.Add(error);
        page.Dialog += (_, dialog) => open.Complaints.Add(dialog.Message);
        page.Request += (_, request) =>
        {
            if (request.Url != new Uri(open.path).AbsoluteUri)
                open.Complaints.Add(request.Url);
        };
        await File.WriteAllTextAsync(open.path, html);
        await page.GotoAsync(new Uri(open.path).AbsoluteUri);
        return open;
    }

    public async ValueTask DisposeAsync()
    {
        await Page.CloseAsync();
        File.Delete(path);
    }
}
