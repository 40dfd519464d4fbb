using System.Collections.Concurrent;

namespace AwsBatch.Pipeline;

/// <summary>The routes of a client's requests.</summary>
internal sealed class Routes
{
    // About a megabyte. A full table is emptied: what is still in use is learnt again for one request each.
    private const int Capacity = 4096;

    private readonly ConcurrentDictionary<RouteKey, Route> routes = new();
    private int count;

    public bool TryGet(RouteKey key, out Route? route) => routes.TryGetValue(key, out route);

    public void Learn(RouteKey key, Route route)
    {
        if (routes.TryAdd(key, route))
        {
            if (Interlocked.Increment(ref count) <= Capacity)
                return;
            routes.Clear();
            Volatile.Write(ref count, 0);
        }

        routes[key] = route;
    }
}
