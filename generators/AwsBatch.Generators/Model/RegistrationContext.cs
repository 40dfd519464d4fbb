namespace AwsBatch.Generators.Model;

/// <summary>What the registration of an assembly needs besides its own interfaces.</summary>
/// <param name="AssemblyName">The name of the assembly being compiled.</param>
/// <param name="Registrars">The registrars of the referenced assemblies, sorted.</param>
/// <param name="HasAwsOptions">Whether the app references <c>AWSSDK.Extensions.NETCore.Setup</c>.</param>
internal sealed record RegistrationContext(string AssemblyName, EquatableArray<Registrar> Registrars, bool HasAwsOptions);

/// <summary>The class that registers the batch interfaces of an assembly.</summary>
/// <param name="Name">Without <c>global::</c>.</param>
/// <param name="Alias">Under what its assembly can be named: <c>global</c>, or else an extern alias.</param>
/// <param name="Experiments">The ids under which the compiler says that all of its assembly is experimental.</param>
internal sealed record Registrar(string Name, string Alias, EquatableArray<string> Experiments);

/// <summary>A batch interface as its registration needs it.</summary>
/// <param name="Interface">With <c>global::</c>.</param>
/// <param name="Service">The service as the AWS CLI names it.</param>
/// <param name="Warnings">What the compiler says of its uses.</param>
internal sealed record InterfaceRegistration(string Interface, string Service, UseWarnings Warnings);
