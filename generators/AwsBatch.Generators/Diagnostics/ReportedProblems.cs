using AwsBatch.Generators.Model;
using AwsBatch.Generators.Parsing;
using AwsBatch.Generators.Services;
using AwsBatch.Generators.Text;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Diagnostics;

/// <summary>Turns what the parser found into diagnostics, each at the words that are wrong.</summary>
internal sealed class ReportedProblems(
    INamedTypeSymbol type,
    Action<Diagnostic> report,
    CancellationToken cancellationToken) : Problems
{
    public override void UnknownService(WrittenName name)
    {
        var repair = Repair.Rename(name.Text, NearestNames.Find(name.Text, ServiceNames.All.Select(service => service.Name)));
        Report(Rules.UnknownService, LocationOf(name), repair, name.Text, repair.DidYouMean);
    }

    public override void UnreferencedService(WrittenName name, ServiceName service) =>
        Report(Rules.UnreferencedService, LocationOf(name), Repair.Use(service.Package), service.Name, service.Package);

    public override void UnknownOperation(WrittenName name, Service service, ServicePackage operations)
    {
        // Such as nameof(IAmazonS3.HeadBucketAsync), the SDK's method.
        var operation = name.Text.EndsWith("Async", StringComparison.Ordinal) ? name.Text.Substring(0, name.Text.Length - 5) : name.Text;
        var repair = Repair.Rename(name.Text, NearestNames.Find(operation, operations.OperationNames));
        Report(Rules.UnknownOperation, LocationOf(name), repair, name.Text, service.Name, repair.DidYouMean);
    }

    public override void NoCallShape(IMethodSymbol method) => Report(Rules.NoCallShape, LocationOf(method), Repair.None, method.Name);

    public override void WrongRequest(IMethodSymbol method, Operation operation, ITypeSymbol request) => Report(
        Rules.WrongRequest,
        LocationOf(method),
        Repair.Use(operation.Request),
        method.Name,
        request.Name,
        operation.Name,
        Short(operation.Request));

    public override void WrongResponse(IMethodSymbol method, Operation operation, ITypeSymbol response) => Report(
        Rules.WrongResponse,
        LocationOf(method),
        Repair.Use(operation.Response),
        method.Name,
        response.Name,
        operation.Name,
        Short(operation.Response));

    public override void NotPageable(IMethodSymbol method, Operation operation) =>
        Report(Rules.NotPageable, LocationOf(method), Repair.None, method.Name, operation.Name);

    // A containing type is told of by itself: editors show live only what lies inside the analyzed symbol, and two
    // interfaces would say it twice. Of several parts the compiler tells, at the one that is not.
    public override void NotPartial(INamedTypeSymbol part)
    {
        if (SymbolEqualityComparer.Default.Equals(part, type) && part.DeclaringSyntaxReferences.Length == 1)
            Report(Rules.NotPartial, LocationOf(part), Repair.None, part.Name);
    }

    public override void NotSupported(ISymbol symbol, string reason) =>
        Report(Rules.NotSupported, LocationOf(symbol), Repair.None, symbol.Name, reason);

    public override void NoConsumer(IMethodSymbol method, Operation operation) => Report(
        Rules.NoConsumer,
        LocationOf(method),
        Repair.None,
        method.Name,
        operation.Name,
        Short(operation.Request),
        Short(operation.Response));

    public override void Collision(ISymbol symbol, string generated, Operation operation) =>
        Report(Rules.Collision, LocationOf(symbol), Repair.None, symbol.Name, generated, operation.Name);

    public override void ImplementationCollision(ISymbol symbol) =>
        Report(Rules.ImplementationCollision, LocationOf(symbol), Repair.None, symbol.Name, type.Name);

    public override void NoCancellationToken(IMethodSymbol method) =>
        Report(Rules.NoCancellationToken, LocationOf(method), Repair.None, method.Name);

    private static string Short(string fullName) => fullName.Substring(fullName.LastIndexOf('.') + 1);

    private void Report(DiagnosticDescriptor rule, Location location, Repair repair, params object[] arguments) =>
        report(Diagnostic.Create(rule, location, repair.ToProperties(), arguments));

    private Location LocationOf(WrittenName name) =>
        name.Attribute is { } attribute && AttributeArguments.Find(attribute, name.Argument, cancellationToken) is { } argument
            ? argument.GetLocation()
            : LocationOf(name.Symbol);

    // What an interface inherits may be declared elsewhere; it is this one that inherits it.
    private Location LocationOf(ISymbol symbol)
    {
        var isOwn = SymbolEqualityComparer.Default.Equals(symbol.ContainingType, type);
        return (isOwn ? symbol : type).Locations[0];
    }
}
