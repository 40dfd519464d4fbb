using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace AwsBatch.Generators.Tests.Incremental;

/// <summary>Why each step of the pipeline gave its output.</summary>
/// <param name="Parsing">The parser, which looks at every compilation.</param>
/// <param name="Interfaces">The parsed interface.</param>
/// <param name="Registrations">What the registrar needs of the interfaces.</param>
/// <param name="Identities">What is compared in the requests of a service.</param>
/// <param name="References">What the registration needs of the references; it looks at every compilation.</param>
/// <param name="Implementation">The file of the interface.</param>
/// <param name="Identity">The file of what is compared.</param>
/// <param name="Registration">The registrar and <c>AddAwsBatch</c>.</param>
internal sealed record StepReasons(
    IncrementalStepRunReason Parsing,
    IncrementalStepRunReason Interfaces,
    IncrementalStepRunReason Registrations,
    IncrementalStepRunReason Identities,
    IncrementalStepRunReason References,
    IncrementalStepRunReason Implementation,
    IncrementalStepRunReason Identity,
    IncrementalStepRunReason Registration)
{
    public static readonly StepReasons NothingToDo = new(Unchanged, Cached, Cached, Cached, Unchanged, Cached, Cached, Cached);

    public static StepReasons Of(GeneratorRunResult run)
    {
        var outputs = run.TrackedOutputSteps.Values
            .SelectMany(steps => steps)
            .ToDictionary(SourceOf, output => output.Outputs.Single().Reason);
        return new StepReasons(
            Of(run, TrackingNames.Parsing),
            Of(run, TrackingNames.Interfaces),
            Of(run, TrackingNames.Registrations),
            Of(run, TrackingNames.Identities),
            Of(run, TrackingNames.References),
            outputs[TrackingNames.Files],
            outputs[TrackingNames.Identities],
            outputs[TrackingNames.Registrations]);
    }

    private static IncrementalStepRunReason Of(GeneratorRunResult run, string step) =>
        run.TrackedSteps[step].Single().Outputs.Single().Reason;

    // The registration's output takes the interfaces and the references together, in a step without a name.
    private static string SourceOf(IncrementalGeneratorRunStep output) =>
        output.Inputs.Single().Source.Name ?? TrackingNames.Registrations;
}
