using System.CommandLine;
using System.Net.Sockets;
using AwsBatch.Cli.Running;
using AwsBatch.Testing;

namespace AwsBatch.Cli.Commands;

/// <summary><c>awsbatch emulator</c>: the embedded endpoint, to try requests on.</summary>
internal static class EmulatorCommand
{
    public static Command Create()
    {
        var port = new Option<int?>("--port")
        {
            Description = "The TCP port on 127.0.0.1; 0, the default, takes a free one.",
            HelpName = "N",
            CustomParser = static result => ValueTexts.Whole(result, least: 0, most: ushort.MaxValue),
        };
        var command = new Command("emulator", "Serves the embedded AWS endpoint on loopback until Ctrl-C. State is in memory.") { port };
        command.SetAction((parsed, cancellationToken) => ServeAsync(parsed.GetValue(port) ?? 0, cancellationToken));
        return command;
    }

    private static async Task<int> ServeAsync(int port, CancellationToken cancellationToken)
    {
        using var interruption = new Interruption();
        try
        {
            var endpoint = await AwsEndpoint.StartAsync(new AwsEndpointOptions { Port = port }, cancellationToken).ConfigureAwait(false);
            await using (endpoint.ConfigureAwait(false))
            {
                // The keys are made up for this process and good for nothing else.
                var keys = await endpoint.Credentials.GetCredentialsAsync().ConfigureAwait(false);
                await Console.Out.WriteLineAsync($"""
                    {endpoint.Url.ToString().TrimEnd('/')}
                    export AWS_ENDPOINT_URL={endpoint.Url.ToString().TrimEnd('/')} AWS_REGION={endpoint.Region}
                    export AWS_ACCESS_KEY_ID={keys.AccessKey} AWS_SECRET_ACCESS_KEY={keys.SecretKey}
                    """).ConfigureAwait(false);
                await Task.Delay(Timeout.Infinite, interruption.Stop).ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            return ErrorText.Write($"port {port} cannot be had: {exception.Message}", ExitCode.Unusable);
        }

        return ExitCode.Success;
    }
}
