using System.Reflection;
using AwsBatch.CompilerServices;
using AwsBatch.Generators.Tests.Support;

namespace AwsBatch.Generators.Tests.Requests;

/// <summary>For every type that is compared in the requests of every operation at hand.</summary>
public sealed class IdentityTests
{
    private const int Seed = 20261124;

    [Theory]
    [MemberData(nameof(Services.Names), MemberType = typeof(Services))]
    public void Two_are_the_same_until_any_one_place_differs(string service)
    {
        var identities = Services.AssemblyOf(service).GetTypes()
            .Where(type => type.Name.EndsWith("Identity", StringComparison.Ordinal))
            .Select(type => type.GetField("Instance", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!)
            .ToList();
        Assert.NotEmpty(identities);

        var check = typeof(IdentityTests).GetMethod(nameof(Check), BindingFlags.Static | BindingFlags.NonPublic)!;
        foreach (var identity in identities)
            check.MakeGenericMethod(identity.GetType().BaseType!.GetGenericArguments()).Invoke(null, [identity]);
    }

    [Theory]
    [MemberData(nameof(Services.Names), MemberType = typeof(Services))]
    public void Every_operation_that_only_reads_has_an_identity(string service) => Assert.All(
        Services.OperationsOf(service).Where(operation => operation is { IsReadOnly: true, Streams: false }),
        operation => Assert.NotNull(operation.Identity));

    [Fact]
    public void Operations_whose_requests_cannot_be_compared_are_recorded()
    {
        var found = Services.Packages.Keys.SelectMany(service => Services.OperationsOf(service)
            .Where(operation => operation.Identity is null)
            .Select(operation => $"{service} {operation.Name}{(operation.Streams ? " streams" : "")}")
            .Order(StringComparer.Ordinal));

        Snapshot.Match(string.Concat(found.Select(line => line + "\n")), "WithoutIdentity", "txt");
    }

    private static void Check<T>(RequestIdentity<T> identity)
        where T : class
    {
        var request = (T)new Sample(Seed).Of(typeof(T));
        var same = (T)new Sample(Seed).Of(typeof(T));
        var snapshot = identity.Snapshot(request);

        AssertSame(identity, request, same);
        AssertSame(identity, request, snapshot);
        var empty = Activator.CreateInstance<T>();
        AssertSame(identity, empty, identity.Snapshot(empty));
        Assert.NotSame(request, snapshot);
        AssertAllocatesNothing(identity, request, same);

        foreach (var place in new Changes(new Sample(Seed + 1)).In(request))
        {
            Assert.False(identity.Equals(request, same), $"{typeof(T)} {place}, seed {Seed}");
            Assert.False(identity.Equals(snapshot, request), $"{typeof(T)} {place}, shared with its snapshot, seed {Seed}");
        }

        AssertSame(identity, request, same);
    }

    private static void AssertSame<T>(RequestIdentity<T> identity, T x, T y)
        where T : class
    {
        Assert.True(identity.Equals(x, y), $"{typeof(T)}, seed {Seed}");
        Assert.Equal(identity.GetHashCode(x), identity.GetHashCode(y));
    }

    private static void AssertAllocatesNothing<T>(RequestIdentity<T> identity, T x, T y)
        where T : class
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var same = identity.Equals(x, y) && identity.GetHashCode(x) == identity.GetHashCode(y);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(same);
        Assert.True(allocated == 0, $"{typeof(T)} allocated {allocated} bytes");
    }
}
