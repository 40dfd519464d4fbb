using System.Globalization;
using System.Security;
using System.Text;
using AwsBatch.Generators.Model;

namespace AwsBatch.Generators.Emission;

/// <summary>Writes the class through which other assemblies register this one's interfaces, and the attribute naming it.</summary>
internal static class RegistrarEmitter
{
    public const string HintName = "AwsBatch.Registrar";

    private const string RegisterObsolete = nameof(RegisterObsolete);

    public static string Write(string assemblyName, EquatableArray<InterfaceRegistration> interfaces)
    {
        var registrar = ClassName(assemblyName);
        var writer = new CodeWriter();
        writer.Write(Names.Header);
        var experiments = interfaces.SelectMany(item => item.Warnings.Experiments).Distinct().OrderBy(id => id, StringComparer.Ordinal).ToList();
        if (experiments.Count > 0)
            writer.Write($"#pragma warning disable {string.Join(", ", experiments)} // to register is not to use");
        writer.BlankLine();
        writer.Write($"[assembly: {Names.Core}.BatchRegistration(typeof({FullName(assemblyName)}))]");
        writer.BlankLine();
        using (writer.Open($"namespace {Names.AssemblyNamespace}"))
        {
            writer.Write($"""
                /// <summary>
                /// Registers the batch interfaces of <c>{SecurityElement.Escape(assemblyName)}</c>; generated <c>AddAwsBatch</c> methods call it.
                /// </summary>
                {Names.EditorNever}
                """);
            using (writer.Open($"public static class {registrar}"))
            {
                writer.Write("/// <summary>Adds the services of the batch interfaces, and the interfaces.</summary>");
                var obsolete = interfaces.Where(item => item.Warnings.IsObsolete).ToList();
                using (writer.Open($"public static void Register({Names.Services} services)"))
                {
                    WriteBody(writer, interfaces.Where(item => !item.Warnings.IsObsolete));
                    if (obsolete.Count > 0)
                        writer.Write($"""
                            #pragma warning disable CS0612 // to register is not to use
                            {RegisterObsolete}(services);
                            """);
                }

                if (obsolete.Count > 0)
                    WriteObsolete(writer, obsolete);
            }
        }

        return writer.ToString();
    }

    /// <summary>The registrar of an assembly with <c>global::</c>.</summary>
    public static string FullName(string assemblyName) => $"global::{Names.AssemblyNamespace}.{ClassName(assemblyName)}";

    // Obsolete itself: else naming an interface whose use is an error would be one.
    private static void WriteObsolete(CodeWriter writer, IEnumerable<InterfaceRegistration> interfaces)
    {
        writer.BlankLine();
        using var _ = writer.Open($"""
            [global::System.Obsolete]
            private static void {RegisterObsolete}({Names.Services} services)
            """);
        WriteBody(writer, interfaces);
    }

    private static void WriteBody(CodeWriter writer, IEnumerable<InterfaceRegistration> interfaces)
    {
        // Every interface describes its service; one description of each will do.
        var services = interfaces
            .GroupBy(registration => registration.Service, (_, registrations) => registrations.First())
            .OrderBy(registration => registration.Service, StringComparer.Ordinal);
        foreach (var registration in services)
            writer.Write($"""
                {Names.Core}.AwsBatchRegistration.AddService(
                    services,
                    {registration.Interface}.{Names.Implementation}.{ServiceEmitter.Field});
                """);
        foreach (var registration in interfaces)
            writer.Write($"""
                {Names.Core}.AwsBatchRegistration.AddInterface<{registration.Interface}>(
                    services,
                    static invoker => new {registration.Interface}.{Names.Implementation}(invoker));
                """);
    }

    // Two names never meet: a dot becomes _, whatever else is no letter or digit its code.
    private static string ClassName(string assemblyName)
    {
        var name = new StringBuilder();
        foreach (var character in assemblyName)
        {
            if (char.IsLetterOrDigit(character))
                name.Append(character);
            else if (character == '.')
                name.Append('_');
            else
                name.Append("_x").Append(((int)character).ToString("X", CultureInfo.InvariantCulture)).Append('_');
        }

        return (name.Length > 0 && char.IsDigit(name[0]) ? "_" : "") + name + "BatchRegistrar";
    }
}
