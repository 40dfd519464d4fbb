using System.Diagnostics;
using AwsBatch.Cli.Tests.Support;

namespace AwsBatch.Cli.Tests;

public sealed class CompletionTests : IDisposable
{
    private readonly Tool tool = Tool.For(null);

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData("awsbatch st", "stats")]
    [InlineData("awsbatch run --re", "--region --report --resume")]
    [InlineData("awsbatch run --output ", "json ndjson table")]
    // Files are what stands here, and those the shell knows.
    [InlineData("awsbatch run ", "")]
    [InlineData("awsbatch services sq", "sqs")]
    public async Task Bash_completes_what_the_tool_knows(string line, string expected)
    {
        var script = tool.Write("complete.sh", $"awsbatch() {{ dotnet '{Tool.Program}' \"$@\"; }}",
            (await tool.RunAsync("completion", "bash")).Output,
            """
            COMP_LINE=$1 COMP_POINT=${#1} COMP_WORDS=($1)
            if [[ $1 == *' ' ]]; then COMP_WORDS+=(''); fi
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _awsbatch
            echo "${COMPREPLY[*]}"
            """);

        using var bash = Process.Start(new ProcessStartInfo("bash", [script, line]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var completed = await Tool.EndAsync(bash, bash.StandardOutput.ReadToEndAsync(), bash.StandardError.ReadToEndAsync());

        Assert.Equal((expected + "\n", ""), (completed.Output, completed.Error));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("fish")]
    [InlineData("zsh")]
    public async Task Each_shell_has_a_script(string shell)
    {
        var run = await tool.RunAsync("completion", shell);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("awsbatch \"[suggest:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_shell_is_bad_usage()
    {
        var run = await tool.RunAsync("completion", "ksh");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("'zsh'", run.Error, StringComparison.Ordinal);
    }
}
