using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Cli.Running;

/// <summary>
/// The runtime core, made on another thread while the input is opened and looked through: a start takes as long over the one
/// as over the other.
/// </summary>
internal sealed class ServicesAhead(Func<ServiceProvider> create) : IAsyncDisposable
{
    private readonly Task<ServiceProvider> services = Task.Run(() =>
    {
        var made = create();
        made.GetRequiredService<IAwsBatch>();
        return made;
    });

    public Task<ServiceProvider> GetAsync() => services;

    public async ValueTask DisposeAsync()
    {
        await ((Task)services).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (services.IsCompletedSuccessfully)
            await services.Result.DisposeAsync().ConfigureAwait(false);
    }
}
