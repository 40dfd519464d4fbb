using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Signing;

namespace AwsBatch.Testing.Services;

/// <summary>The services of an endpoint, found by what a request was signed for.</summary>
/// <param name="services">In the order in which an unsigned request is offered to them.</param>
internal sealed class ServiceCatalog(params IAwsService[] services)
{
    public IEnumerable<string> Operations => services.SelectMany(service => service.Operations);

    public IAwsService For(AwsRequest request, RequestSignature? signature)
    {
        foreach (var service in services)
        {
            if (signature is null ? service.LooksLikeMine(request) : service.Name == signature.Scope.Service)
                return service;
        }
        return UnknownService.For(signature?.Scope.Service ?? "unknown", request);
    }
}
