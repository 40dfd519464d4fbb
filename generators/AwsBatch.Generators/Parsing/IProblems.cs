using AwsBatch.Generators.Model;
using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>What the parser found wrong. The generator does not listen, the analyzer reports; both see the same.</summary>
internal interface IProblems
{
    void UnknownService(WrittenName name);

    void UnreferencedService(WrittenName name, ServiceName service);

    void UnknownOperation(WrittenName name, Service service, ServicePackage operations);

    void NoCallShape(IMethodSymbol method);

    void WrongRequest(IMethodSymbol method, Operation operation, ITypeSymbol request);

    void WrongResponse(IMethodSymbol method, Operation operation, ITypeSymbol response);

    void NotPageable(IMethodSymbol method, Operation operation);

    void NotPartial(INamedTypeSymbol part);

    void NotSupported(ISymbol symbol, string reason);

    void NoConsumer(IMethodSymbol method, Operation operation);

    void Collision(ISymbol symbol, string generated, Operation operation);

    void ImplementationCollision(ISymbol symbol);

    void NoCancellationToken(IMethodSymbol method);
}
