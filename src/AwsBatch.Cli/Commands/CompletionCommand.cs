using System.CommandLine;

namespace AwsBatch.Cli.Commands;

/// <summary><c>awsbatch completion SHELL</c>: what a shell has to know to complete commands, flags and their values.</summary>
internal static class CompletionCommand
{
    // Each asks the tool itself. Flags come once a dash is typed; until then a name may be a file's.
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            _awsbatch() {
                local word=${COMP_WORDS[COMP_CWORD]} found
                COMPREPLY=()
                while IFS= read -r found; do
                    if [[ $found == "$word"* && ($word == -* || $found != [-/]*) ]]; then COMPREPLY+=("$found"); fi
                done < <(awsbatch "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
            }
            complete -o default -F _awsbatch awsbatch
            """,
        ["fish"] = """
            function __awsbatch
                set -l line (commandline --current-process --cut-at-cursor)
                awsbatch "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null | string match --invert '/*'
            end
            complete --command awsbatch --arguments '(__awsbatch)'
            """,
        ["zsh"] = """
            _awsbatch() {
                local word=${words[CURRENT]}
                local -a found=(${(f)"$(awsbatch "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)"})
                if [[ $word != -* ]]; then found=(${found:#[-\/]*}); fi
                if (( ${#found} )); then compadd -a found; else _files; fi
            }
            compdef _awsbatch awsbatch
            """,
    };

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = $"One of {string.Join(", ", Scripts.Keys)}." };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completion", "Writes a script by which a shell completes commands, flags and values.") { shell };
        command.SetAction(parsed => Console.WriteLine(Scripts[parsed.GetRequiredValue(shell)]));
        return command;
    }
}
