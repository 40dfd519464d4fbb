using System.Globalization;
using AwsBatch.Testing.Services;
using AwsBatch.Testing.Services.Ec2;

namespace AwsBatch.Testing;

/// <summary>The instances of an endpoint, for set-up and inspection without HTTP. Thread-safe.</summary>
public sealed class EmbeddedEc2
{
    private readonly Lock gate = new();
    private readonly List<Instance> instances = [];
    private readonly Dictionary<string, Instance> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Fingerprint, Reservation Reservation)> byToken = new(StringComparer.Ordinal);
    private int reservations;

    internal EmbeddedEc2(ServiceAccount account) => Account = account;

    internal ServiceAccount Account { get; }

    /// <summary>Launches instances into one reservation; they run at once.</summary>
    /// <param name="count">1 or more.</param>
    /// <param name="instanceType">Any name.</param>
    /// <param name="tags">On every instance; null for none.</param>
    /// <returns>Their ids, in launch order.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public IReadOnlyList<string> RunInstances(
        int count, string instanceType = "t3.micro", IReadOnlyDictionary<string, string>? tags = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceType);
        var launch = new LaunchRequest(count, ImageCatalogue.Images[0].Id, instanceType, tags is null ? [] : [.. tags]);
        return Launch(launch).Instances.ConvertAll(instance => instance.Id);
    }

    /// <summary>Launches once per token: the same token again gives the reservation it gave before.</summary>
    internal Reservation Launch(LaunchRequest request, string? token, string fingerprint)
    {
        if (token is null)
            return Launch(request);
        lock (gate)
        {
            if (byToken.TryGetValue(token, out var earlier))
                return earlier.Fingerprint == fingerprint ? earlier.Reservation : throw Ec2Errors.IdempotentParameterMismatch();
            var reservation = Launch(request);
            byToken.Add(token, (fingerprint, reservation));
            return reservation;
        }
    }

    /// <summary>Reads or changes under the lock; the list is in launch order.</summary>
    internal T Locked<T>(Func<IReadOnlyList<Instance>, T> use)
    {
        lock (gate)
            return use(instances);
    }

    /// <summary>The instances of these ids; call it within <see cref="Locked"/>.</summary>
    /// <exception cref="Protocols.AwsErrorException">InvalidInstanceID, naming all that are unknown.</exception>
    internal List<Instance> Find(List<string> ids)
    {
        if (ids.Find(id => !ResourceId.IsOfInstance(id)) is { } malformed)
            throw Ec2Errors.InvalidInstanceMalformed(malformed);
        var unknown = ids.FindAll(id => !byId.ContainsKey(id));
        return unknown.Count == 0 ? ids.ConvertAll(id => byId[id]) : throw Ec2Errors.InvalidInstanceNotFound(unknown);
    }

    private Reservation Launch(LaunchRequest request)
    {
        lock (gate)
        {
            var reservation = new Reservation(Id("r", ++reservations));
            var now = Account.Time.GetUtcNow();
            for (var i = 0; i < request.Count; i++)
            {
                var number = instances.Count + 1;
                var instance = new Instance(Id("i", number), number, reservation, request.ImageId, request.InstanceType, now, request.Tags);
                reservation.Instances.Add(instance);
                instances.Add(instance);
                byId.Add(instance.Id, instance);
            }
            return reservation;
        }
    }

    private static string Id(string prefix, int number) => $"{prefix}-{number.ToString("x17", CultureInfo.InvariantCulture)}";
}
