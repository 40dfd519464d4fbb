using System.CommandLine;
using AwsBatch.Cli.Running;
using AwsBatch.Dynamic;

namespace AwsBatch.Cli.Commands;

/// <summary>The flags that say where requests go that do not say so themselves, and which services there are.</summary>
internal sealed class TargetOptions
{
    public Option<string?> EndpointUrl { get; } = new("--endpoint-url")
    {
        Description = "An endpoint for all services, such as http://localhost:4566, instead of AWS.",
        HelpName = "URL",
    };

    public Option<string?> Region { get; } = new("--region") { Description = "The region, such as eu-west-1.", HelpName = "NAME" };

    public Option<string?> Profile { get; } = new("--profile") { Description = "The profile of the shared AWS files.", HelpName = "NAME" };

    public Option<string?> SdkDirectory { get; } = new("--sdk-dir")
    {
        Description = "A directory of further AWSSDK.*.dll, for services that the tool does not carry.",
        HelpName = "DIR",
    };

    public TargetOptions() => EndpointUrl.Validators.Add(static result =>
    {
        if (result.GetValueOrDefault<string?>() is { } url
            && !(Uri.TryCreate(url, UriKind.Absolute, out var parsed)
                && (parsed.Scheme == Uri.UriSchemeHttp || parsed.Scheme == Uri.UriSchemeHttps)
                && parsed is { Query: "", Fragment: "" }))
            result.AddError($"--endpoint-url '{url}' is not an absolute http or https URL without a query, such as http://localhost:4566.");
    });

    public void AddTo(Command command)
    {
        command.Options.Add(EndpointUrl);
        command.Options.Add(Region);
        command.Options.Add(Profile);
        command.Options.Add(SdkDirectory);
    }

    /// <exception cref="UsageException">There is no such directory.</exception>
    public AwsServiceCatalog ReadCatalog(ParseResult parsed) => CatalogOf(parsed.GetValue(SdkDirectory));

    /// <summary>Begins to make the runtime core.</summary>
    public ServicesAhead PrepareServices(ParseResult parsed, AwsServiceCatalog catalog)
    {
        // Read here: the command line is not for several threads.
        var (region, profile, endpointUrl) = (parsed.GetValue(Region), parsed.GetValue(Profile), parsed.GetValue(EndpointUrl));
        return new ServicesAhead(() => AwsServices.Create(catalog, region, profile, endpointUrl));
    }

    /// <exception cref="UsageException">There is no such directory.</exception>
    public static AwsServiceCatalog CatalogOf(string? directory)
    {
        if (directory is null)
            return AwsServiceCatalog.Default;
        if (!Directory.Exists(directory))
            throw new UsageException($"--sdk-dir '{directory}' is not a directory.");
        return AwsServiceCatalog.Default.With(directory);
    }
}
