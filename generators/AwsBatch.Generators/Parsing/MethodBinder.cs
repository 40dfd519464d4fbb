using AwsBatch.Generators.Model;
using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>Finds the operation of a declared method.</summary>
internal sealed class MethodBinder(Service service, ServicePackage operations, Problems problems)
{
    /// <summary>The method's operation and call shape; null if it has none, which is then reported.</summary>
    public (WrittenName Name, Operation Operation, CallSignature Signature)? Bind(IMethodSymbol method)
    {
        if (method.Parameters.Any(parameter => parameter.RefKind != RefKind.None))
        {
            problems.NotSupported(method, "a request cannot be passed by reference");
            return null;
        }

        if (CallSignature.Read(method) is not { } signature)
        {
            problems.NoCallShape(method);
            return null;
        }

        if (NullInput.Find(method, signature) is { } reason)
        {
            problems.NotSupported(method, reason);
            return null;
        }

        var names = NamesOf(method, signature.Shape).ToList();
        var found = names
            .Select(name => (Name: name, Operation: operations.Find(name.Text)))
            .Where(candidate => candidate.Operation is not null)
            .Select(candidate => (candidate.Name, Operation: candidate.Operation!))
            .ToList();
        if (found.Count == 0)
        {
            problems.UnknownOperation(names[0], service, operations);
            return null;
        }

        var request = signature.Request.FullName();
        var match = found.FirstOrDefault(candidate => candidate.Operation.Request == request);
        if (match.Operation is null)
        {
            problems.WrongRequest(method, found[0].Operation, signature.Request);
            return null;
        }

        if (match.Operation.Streams
            && signature.Roles.Contains(ParameterRole.Requests)
            && !signature.Roles.Contains(ParameterRole.Consumer))
        {
            problems.NoConsumer(method, match.Operation);
            return null;
        }

        if (match.Operation.Response != signature.Response.FullName())
        {
            problems.WrongResponse(method, match.Operation, signature.Response);
            return null;
        }

        if (signature.Shape == CallShape.Pages && match.Operation.Paging is null)
        {
            problems.NotPageable(method, match.Operation);
            return null;
        }

        return (match.Name, match.Operation, signature);
    }

    private static IEnumerable<WrittenName> NamesOf(IMethodSymbol method, CallShape shape)
    {
        var written = BatchAttributes.OfMethod(method) is { } attribute
            ? BatchAttributes.Names(attribute, method).FirstOrDefault()
            : null;
        return written is not null
            ? [written]
            : OperationNaming.Candidates(method.Name, shape).Select(name => new WrittenName(name, method));
    }
}
