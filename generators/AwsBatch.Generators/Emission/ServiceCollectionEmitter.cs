using AwsBatch.Generators.Model;

namespace AwsBatch.Generators.Emission;

/// <summary>Writes the app's own <c>AddAwsBatch</c>.</summary>
internal static class ServiceCollectionEmitter
{
    public const string HintName = "AwsBatch.ServiceCollectionExtensions";

    private const string Global = "global";

    public static string Write(RegistrationContext context, bool hasInterfaces)
    {
        var own = hasInterfaces ? new[] { RegistrarEmitter.FullName(context.AssemblyName) } : [];
        var writer = new CodeWriter();
        writer.Write(Names.Header);
        var experiments = context.Registrars.SelectMany(registrar => registrar.Experiments).Distinct().OrderBy(id => id, StringComparer.Ordinal).ToList();
        if (experiments.Count > 0)
            writer.Write($"#pragma warning disable {string.Join(", ", experiments)} // to register is not to use");
        foreach (var alias in ExternAliases(context))
            writer.Write($"extern alias {alias};");
        writer.BlankLine();
        using (writer.Open("namespace Microsoft.Extensions.DependencyInjection"))
        {
            // Embedded: this app's tests may see its internals and have a class of the same name.
            writer.Write("""
                /// <summary>Adds AwsBatch to an app.</summary>
                [global::Microsoft.CodeAnalysis.Embedded]
                """);
            using (writer.Open("internal static class AwsBatchServiceCollectionExtensions"))
            {
                writer.Write($"""
                    /// <summary>
                    /// Adds the batch interfaces of this project and of the libraries it references, and the core that runs them.
                    /// May be called again: each call adds a delegate over the same options.
                    /// </summary>
                    /// <param name="services">The app's services.</param>
                    /// <param name="configure">Changes the options, after the configuration section <c>AwsBatch</c>.</param>
                    /// <returns>A place for further registrations.</returns>
                    """);
                using var _ = writer.Open($"""
                    public static global::AwsBatch.IAwsBatchBuilder AddAwsBatch(
                        this {Names.Services} services,
                        global::System.Action<global::AwsBatch.AwsBatchOptions>? configure = null)
                    """);
                writer.Write($"var builder = {Names.Core}.AwsBatchRegistration.AddCore(services, configure);");
                if (context.HasAwsOptions)
                    writer.Write(AwsOptionsBridge);
                foreach (var registrar in own.Concat(context.Registrars.Select(Reference)))
                    writer.Write($"{registrar}.Register(services);");
                writer.Write("return builder;");
            }
        }

        return writer.ToString();
    }

    private static IEnumerable<string> ExternAliases(RegistrationContext context) => context.Registrars
        .Select(registrar => registrar.Alias)
        .Where(alias => alias != Global)
        .Distinct()
        .OrderBy(alias => alias, StringComparer.Ordinal);

    private static string Reference(Registrar registrar) => $"{registrar.Alias}::{registrar.Name}";

    // A role makes AWSOptions assume it; asking for credentials otherwise would run the SDK's default chain too early.
    private const string AwsOptionsBridge = $"""
        {Names.Core}.AwsBatchRegistration.AddDefaults(
            services,
            static provider => provider.GetService(typeof(global::Amazon.Extensions.NETCore.Setup.AWSOptions))
                is global::Amazon.Extensions.NETCore.Setup.AWSOptions options
                    ? new {Names.Core}.AwsDefaults(
                        options.Region?.SystemName,
                        options.Profile,
                        string.IsNullOrEmpty(options.SessionRoleArn) ? options.Credentials : options.GetCredentials(),
                        options.DefaultClientConfig?.ServiceURL)
                    : null);
        """;
}
