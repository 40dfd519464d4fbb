using AwsBatch.Generators.Model;
using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>What the parser found wrong. The generator does not listen, the analyzer reports; both see the same.</summary>
internal class Problems
{
    public static readonly Problems Ignored = new();

    protected Problems()
    {
    }

    public virtual void UnknownService(WrittenName name)
    {
    }

    public virtual void UnreferencedService(WrittenName name, ServiceName service)
    {
    }

    public virtual void UnknownOperation(WrittenName name, Service service, ServicePackage operations)
    {
    }

    public virtual void NoCallShape(IMethodSymbol method)
    {
    }

    public virtual void WrongRequest(IMethodSymbol method, Operation operation, ITypeSymbol request)
    {
    }

    public virtual void WrongResponse(IMethodSymbol method, Operation operation, ITypeSymbol response)
    {
    }

    public virtual void NotPageable(IMethodSymbol method, Operation operation)
    {
    }

    public virtual void NotPartial(INamedTypeSymbol part)
    {
    }

    public virtual void NotSupported(ISymbol symbol, string reason)
    {
    }

    public virtual void NoConsumer(IMethodSymbol method, Operation operation)
    {
    }

    public virtual void Collision(ISymbol symbol, string generated, Operation operation)
    {
    }

    public virtual void ImplementationCollision(ISymbol symbol)
    {
    }

    public virtual void NoCancellationToken(IMethodSymbol method)
    {
    }
}
