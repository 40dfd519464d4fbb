namespace AwsBatch.Cli.Tests.Report;

/// <summary>A test in a browser, skipped where none is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (Browser.Executable is null)
            Skip = "chromium is not on the PATH (apt-get install chromium).";
    }
}
