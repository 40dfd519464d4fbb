using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch;

/// <summary>What <c>AddAwsBatch</c> returns: a place for further registrations.</summary>
public interface IAwsBatchBuilder
{
    /// <summary>The services AwsBatch was added to.</summary>
    IServiceCollection Services { get; }
}
