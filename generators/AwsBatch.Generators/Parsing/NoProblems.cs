using AwsBatch.Generators.Model;
using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>Listens to nothing.</summary>
internal sealed class NoProblems : IProblems
{
    public static readonly NoProblems Instance = new();

    private NoProblems()
    {
    }

    public void UnknownService(WrittenName name)
    {
    }

    public void UnreferencedService(WrittenName name, ServiceName service)
    {
    }

    public void UnknownOperation(WrittenName name, Service service, ServicePackage operations)
    {
    }

    public void NoCallShape(IMethodSymbol method)
    {
    }

    public void WrongRequest(IMethodSymbol method, Operation operation, ITypeSymbol request)
    {
    }

    public void WrongResponse(IMethodSymbol method, Operation operation, ITypeSymbol response)
    {
    }

    public void NotPageable(IMethodSymbol method, Operation operation)
    {
    }

    public void NotPartial(INamedTypeSymbol part)
    {
    }

    public void NotSupported(ISymbol symbol, string reason)
    {
    }

    public void NoConsumer(IMethodSymbol method, Operation operation)
    {
    }

    public void Collision(ISymbol symbol, string generated, Operation operation)
    {
    }

    public void ImplementationCollision(ISymbol symbol)
    {
    }

    public void NoCancellationToken(IMethodSymbol method)
    {
    }
}
