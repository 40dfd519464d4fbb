using System.CommandLine;
using System.CommandLine.Parsing;

namespace AwsBatch.Cli.Commands;

/// <summary>The flags and arguments that were given, for the record of a run.</summary>
internal static class GivenSettings
{
    public static IReadOnlyList<KeyValuePair<string, string>> Of(ParseResult parsed) =>
    [
        .. parsed.CommandResult.Children.OfType<ArgumentResult>().Select(static argument => Pair(argument.Argument.Name, argument)),
        .. parsed.CommandResult.Children.OfType<OptionResult>().Where(static option => !option.Implicit).Select(static option => Pair(option.Option.Name, option)),
    ];

    private static KeyValuePair<string, string> Pair(string name, SymbolResult result) =>
        KeyValuePair.Create(name, string.Join(' ', result.Tokens.Select(static token => WithoutSecrets(token.Value))));

    // A URL may carry a password.
    private static string WithoutSecrets(string value) => Uri.TryCreate(value, UriKind.Absolute, out var url) && url.UserInfo.Length > 0
        ? new UriBuilder(url) { UserName = "", Password = "" }.Uri.ToString()
        : value;
}
