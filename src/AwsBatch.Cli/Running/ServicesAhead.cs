using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Cli.Running;

/// <summary>
/// The runtime core, made on another thread while the input is opened and looked through, which takes about as long. Whoever
/// prepares it disposes of it, used or not.
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
