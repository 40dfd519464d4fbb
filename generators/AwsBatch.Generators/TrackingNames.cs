using System.Collections.Immutable;

namespace AwsBatch.Generators;

/// <summary>The names of the pipeline's steps, as tests and tracing see them.</summary>
internal static class TrackingNames
{
    /// <summary>An attributed interface read into its model, or into nothing; runs for every compilation.</summary>
    public const string Parsing = nameof(Parsing);

    /// <summary>The interfaces that have a model.</summary>
    public const string Interfaces = nameof(Interfaces);

    /// <summary>What of the interfaces the registrar needs, sorted.</summary>
    public const string Registrations = nameof(Registrations);

    /// <summary>The files of interfaces whose names differ in case alone; mostly none.</summary>
    public const string AlikeNames = nameof(AlikeNames);

    /// <summary>The interfaces, each with the name of its file.</summary>
    public const string Files = nameof(Files);

    /// <summary>The types whose values are compared, by the SDK's namespace: each once, whichever interfaces need it.</summary>
    public const string Identities = nameof(Identities);

    /// <summary>What of the references the registration needs; runs for every compilation.</summary>
    public const string References = nameof(References);

    /// <summary>All of them; what else the driver tracks is the compiler's.</summary>
    public static readonly ImmutableArray<string> All = [Parsing, Interfaces, Registrations, AlikeNames, Files, Identities, References];
}
