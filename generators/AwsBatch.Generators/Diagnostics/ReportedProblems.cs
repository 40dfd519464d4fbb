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
    CancellationToken cancellationToken) : IProblems
{
    public void UnknownService(WrittenName name)
    {
        var known = ServiceNames.All.Select(service => service.Name);
        Report(Rules.UnknownService, LocationOf(name), name.Text, DidYouMean(name.Text, known));
    }

    public void UnreferencedService(WrittenName name, ServiceName service) =>
        Report(Rules.UnreferencedService, LocationOf(name), service.Name, service.Package);

    public void UnknownOperation(WrittenName name, Service service, ServicePackage operations) => Report(
        Rules.UnknownOperation,
        LocationOf(name),
        name.Text,
        service.Name,
        DidYouMean(name.Text, operations.OperationNames));

    public void NoCallShape(IMethodSymbol method) => Report(Rules.NoCallShape, LocationOf(method), method.Name);

    public void WrongRequest(IMethodSymbol method, Operation operation, ITypeSymbol request) =>
        Report(Rules.WrongRequest, LocationOf(method), method.Name, request.Name, operation.Name, Short(operation.Request));

    public void WrongResponse(IMethodSymbol method, Operation operation, ITypeSymbol response) =>
        Report(Rules.WrongResponse, LocationOf(method), method.Name, response.Name, operation.Name, Short(operation.Response));

    public void NotPartial(INamedTypeSymbol part) => Report(Rules.NotPartial, LocationOf(part), part.Name);

    public void NotSupported(ISymbol symbol, string reason) =>
        Report(Rules.NotSupported, LocationOf(symbol), symbol.Name, reason);

    private static string DidYouMean(string written, IEnumerable<string> known)
    {
        var near = NearestNames.Find(written, known).Select(name => $"'{name}'").ToList();
        return near.Count == 0 ? "" : $"; did you mean {string.Join(" or ", near)}?";
    }

    private static string Short(string fullName) => fullName.Substring(fullName.LastIndexOf('.') + 1);

    private void Report(DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        report(Diagnostic.Create(rule, location, arguments));

    private Location LocationOf(WrittenName name) =>
        name.Attribute is { } attribute && AttributeArguments.Find(attribute, name.Argument, cancellationToken) is { } argument
            ? argument.GetLocation()
            : LocationOf(name.Symbol);

    // What an interface inherits may be declared elsewhere; it is this one that inherits it.
    private Location LocationOf(ISymbol symbol)
    {
        var isInherited = symbol is not ITypeSymbol && !SymbolEqualityComparer.Default.Equals(symbol.ContainingType, type);
        return (isInherited ? type : symbol).Locations[0];
    }
}
